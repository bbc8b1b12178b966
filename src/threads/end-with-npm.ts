/** Milliseconds between two looks. */
const every = 500

/**
 * Ends the service in order when the process that started it is no longer there, if that was npm: a signal to npm ends the shell between the
 * two, which passes nothing on, and the service would stay behind with its port.
 */
export function endWithNpm(): void {
  if (process.env.npm_lifecycle_event === undefined) return
  const parent = process.ppid
  const look = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(look)
    process.kill(process.pid, 'SIGTERM')
  }, every)
  look.unref()
}
