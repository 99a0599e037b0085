# Makes expected.json from answers.csv: Rscript expected.R (R 4, base packages only). An implementation apart from ours:
# straight from the definitions, with cov(), cor(), sort() and mantelhaen.test().
d <- read.csv("answers.csv"); x <- as.matrix(d[, 2:7]); m <- c(1, 1, 2, 1, 3, 1); n <- nrow(x); T <- rowSums(x)
num <- function(v) paste0("[", paste(formatC(v, digits = 17, format = "g"), collapse = ","), "]")
rest <- function(i) T - x[, i]
D <- sapply(1:6, function(i) 100 * cor(x[, i], rest(i)))
E <- sapply(1:6, function(i) 100 * cov(x[, i], rest(i)) / cov(sort(x[, i]), sort(rest(i))))
w <- sapply(1:6, function(i) sqrt(cov(x[, i], T))); w <- 100 * w / sum(w)
z <- atanh(D / 100); lo <- 100 * tanh(z - qnorm(.975) / sqrt(n - 3)); hi <- 100 * tanh(z + qnorm(.975) / sqrt(n - 3))
m2 <- mean((T - mean(T))^2); m3 <- mean((T - mean(T))^3); m4 <- mean((T - mean(T))^4)
k2 <- n * m2 / (n - 1); k3 <- n^2 * m3 / ((n - 1) * (n - 2)); k4 <- n^2 * ((n + 1) * m4 - 3 * (n - 1) * m2^2) / ((n - 1) * (n - 2) * (n - 3))
alpha <- 100 * 6 / 5 * (1 - sum(apply(x, 2, var)) / var(T)); ER <- 100 * sqrt(1 - alpha / 100)
pb <- sapply(c("a", "b", "c", "d"), function(o) cor(as.numeric(d$pick1 == o), T))
dif <- lapply(1:6, function(i) {
  tab <- table(factor(d$group, c("REFERENCE", "FOCAL")), factor(x[, i] >= m[i], c(TRUE, FALSE)), floor(rest(i)))
  tab <- tab[, , apply(tab, 3, function(s) all(rowSums(s) > 0)), drop = FALSE]
  mantelhaen.test(tab)
})
cut <- 5; L <- (alpha / 100 * var(T) + (mean(T) - cut)^2) / (var(T) + (mean(T) - cut)^2)
cat("{\n", '"facility":', num(colMeans(x) / m), ',\n"sd":', num(apply(x, 2, sd)), ',\n"discrimination":', num(D), ',\n"low":', num(lo), ',\n"high":', num(hi),
  ',\n"efficiency":', num(E), ',\n"effectiveWeight":', num(w), ',\n"whole":', num(c(n, mean(T), median(T), sd(T), k3 / k2^1.5, k4 / k2^2, alpha, ER, ER * sd(T) / 100)),
  ',\n"pointBiserial":', num(pb), ',\n"odds":', num(sapply(dif, function(t) t$estimate)), ',\n"chiSquare":', num(sapply(dif, function(t) t$statistic)),
  ',\n"livingston":', num(L), "\n}\n", sep = "", file = "expected.json")
