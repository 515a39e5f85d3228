/** Counts requests, and the most that arrived within any one second. */
export class RateMeter {
  requests = 0;
  /** The most within a second, both of its ends counted. */
  mostPerSecond = 0;
  private readonly recent: number[] = [];

  /** @param at milliseconds, never falling */
  add(at: number): void {
    this.requests += 1;
    this.recent.push(at);
    while (this.recent[0] !== undefined && at - this.recent[0] >= 1000) this.recent.shift();
    this.mostPerSecond = Math.max(this.mostPerSecond, this.recent.length);
  }
}
