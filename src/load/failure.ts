/** An article that cannot be loaded; the message is for the person who named the file. */
export class LoadError extends Error {}

/** Largest file, page or archive record that is loaded, in bytes: a hundred times the longest reportage. */
export const mostBytes = 10 * 1024 * 1024
export const overLimit = `is over the limit of ${mostBytes / 1024 / 1024} MB`
