/** Why a file as a whole cannot be read, in words for the merchant. */
export class UnreadableFile extends Error {
  override readonly name = "UnreadableFile";
}
