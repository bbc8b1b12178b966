/** How often a test tries: as often as finds its faults within minutes, and with LONG_TESTS=1, as `.ci/run` has it, many times more. */
export const size = (short: number, long: number): number => (process.env.LONG_TESTS === '1' ? long : short)
