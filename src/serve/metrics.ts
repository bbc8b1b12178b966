import cluster from 'node:cluster'
import type { FastifyInstance } from 'fastify'
import { AggregatorRegistry, Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'

/** What the service counts, for Prometheus. */
export type Metrics = {
  /** Text format of https://prometheus.io/docs/instrumenting/exposition_formats. */
  readonly print: () => Promise<string>
  readonly contentType: string
  /** Claims that were stored, by the rule that read them. */
  readonly countClaims: (counts: Readonly<Record<string, number>>) => void
  /** Times every request of an app, by operation and status: the share of 304 is among them. */
  readonly observe: (app: FastifyInstance) => void
}

export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'article_facts_request_duration_seconds',
    help: 'Time from request to response, by operation and status.',
    labelNames: ['operation', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  })
  const claims = new Counter({
    name: 'article_facts_claims_ingested_total',
    help: 'Claims of articles that were stored over HTTP, by the rule that read them.',
    labelNames: ['extractor'],
    registers: [registry],
  })
  if (cluster.isWorker) {
    // the process that watches over the workers asks for what they have counted, and adds it up
    AggregatorRegistry.setRegistries([registry])
    new AggregatorRegistry()
  }
  return {
    print: () => registry.metrics(),
    contentType: registry.contentType,
    countClaims: (counts) => {
      for (const [extractor, count] of Object.entries(counts)) claims.inc({ extractor }, count)
    },
    observe: (app) =>
      app.addHook('onResponse', (request, reply, done) => {
        const { operationId } = (request.routeOptions.schema ?? {}) as { operationId?: string }
        requests.observe({ operation: operationId ?? 'other', status: reply.statusCode }, reply.elapsedTime / 1000)
        done()
      }),
  }
}
