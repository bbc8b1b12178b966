import fc from 'fast-check'

// With TEST_SEED, properties and fuzzing try the same inputs each time, as `.ci/run` has it: a commit that passed here passes there. Without it
// each run tries others, and a failure prints the seed that finds it again.
const seed = process.env.TEST_SEED
if (seed) fc.configureGlobal({ seed: Number(seed) })
