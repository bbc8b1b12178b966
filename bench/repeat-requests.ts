// Asks for addresses again and again, each in a loop of its own, until it is ended: a process of its own, so that what it reads delays nobody.
import { get } from 'node:http'

for (const url of process.argv.slice(2)) {
  const ask = () =>
    get(url, (response) => {
      if (response.statusCode !== 200) throw new Error(`${url}: ${response.statusCode}`)
      response.resume().on('end', ask)
    })
  ask()
}
