import { setImmediate } from 'node:timers';
import { fail } from '../errors.ts';

const SLICE = 2;

/** Keeps long work from holding up others: yields every few milliseconds and watches maxTimeMS and interruption. */
export class Pacer {
  private until = 0;
  private deadline: number;
  private n = 0;
  killed: (() => boolean) | undefined;

  constructor(maxTimeMs: number | undefined) {
    this.deadline = maxTimeMs ? performance.now() + maxTimeMs : Infinity;
  }

  /** Stops the clock of maxTimeMS between the batches of a cursor. */
  suspend(): void {
    this.deadline -= performance.now();
  }

  /** Goes on with the time that was left. */
  resume(): void {
    this.deadline += performance.now();
    this.until = performance.now() + SLICE;
  }

  /** True when it is time to yield; cheap enough for every document. */
  due(): boolean {
    if ((++this.n & 15) !== 0) return false;
    const now = performance.now();
    this.until ||= now + SLICE;
    return now > this.until;
  }

  /** Lets others run. */
  async pause(): Promise<void> {
    await new Promise<void>((r) => setImmediate(r));
    this.check();
    this.until = performance.now() + SLICE;
  }

  /** Refuses to go on after the time limit or a kill. */
  check(): void {
    if (performance.now() > this.deadline) fail(50, 'operation exceeded time limit');
    if (this.killed?.()) fail(11601, 'operation was interrupted');
  }
}
