import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { openapiOptions } from '../contract.ts'

/** The OpenAPI document, and the page that shows it at /docs/. */
export async function serveDocumentation(app: FastifyInstance): Promise<void> {
  await app.register(swagger, openapiOptions)
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    uiConfig: { deepLinking: true, displayOperationId: true, validatorUrl: null as never },
    transformSpecificationClone: false,
    transformSpecification: (document, request) => placeDocument(document, request.prefix),
    uiHooks: {
      // its files are found from where it is, which is so under any path once there is a slash behind it
      onRequest: (request, reply, done) => {
        if (/^\/docs(?:\?|$)/.test(request.url)) reply.redirect(`${request.prefix}/docs/`)
        else done()
      },
    },
  })
}

/** The document for where the service is. */
export const placeDocument = <T extends object>(document: T, prefix: string): T =>
  prefix === '' ? document : { ...document, servers: [{ url: prefix, description: 'This service.' }] }
