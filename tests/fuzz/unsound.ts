/** Something that was read, or an error, that breaks a promise. */
export class Unsound extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "Unsound";
  }
}
