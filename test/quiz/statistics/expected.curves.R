# Makes expected.curves.json from answers.csv: Rscript expected.curves.R (R 4, base packages only). An implementation apart
# from ours: fifths by rank(), shares by tapply(), forms by cor() and t.test(). The form is the row's number modulo 3.
d <- read.csv("answers.csv"); x <- as.matrix(d[, 2:7]); m <- c(1, 1, 2, 1, 3, 1); n <- nrow(x); T <- rowSums(x)
num <- function(v) paste0("[", paste(formatC(v, digits = 17, format = "g"), collapse = ","), "]")
rows <- function(l) paste0("[", paste(sapply(l, num), collapse = ","), "]")
fifth <- floor(5 * (rank(T, ties.method = "average") - 0.5) / n)
form <- (seq_len(n) - 1) %% 3
cat("{\n", '"sizes":', num(table(fifth)), ',\n"facility":', rows(lapply(1:6, function(i) tapply(x[, i] / m[i], fifth, mean))),
  ',\n"shares":', rows(lapply(c("a", "b", "c", "d"), function(o) tapply(d$pick1 == o, fifth, mean))),
  ',\n"formFacility":', rows(lapply(1:6, function(i) tapply(x[, i] / m[i], form, mean))),
  ',\n"formDiscrimination":', rows(lapply(1:6, function(i) sapply(0:2, function(f) 100 * cor(x[form == f, i], (T - x[, i])[form == f])))),
  ',\n"welch":', rows(lapply(1:6, function(i) sapply(0:2, function(f) abs(t.test(x[form == f, i], x[form != f, i])$statistic)))), "\n}\n", sep = "", file = "expected.curves.json")
