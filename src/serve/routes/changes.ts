import { z } from 'zod'
import { listChanges } from '../../query/changes.ts'
import { listParameters } from '../../query/parameters.ts'
import type { Store } from '../../store/database.ts'
import type { App } from '../app.ts'
import { sendText } from '../present/media-types.ts'
import { linkNext, presentChanges } from '../present/page.ts'
import { responses } from '../responses.ts'
import { ChangePage } from '../schemas/sync.ts'

const { after, limit, expand } = listParameters(['position'], { expand: ['article', 'text', 'claims'] })

/** Where to begin, and what to give. */
export const changesParameters = {
  after: after!.describe('Cursor: the `next` of the changes before, or of an export. Without it, from the beginning.'),
  expand: expand!.describe(
    'Also give the article (`article`), with its text (`text`), and the claims (`claims`) as they are now. Repeat it.',
  ),
}

/** For mirrors. */
export function changeRoutes(app: App, store: Store): void {
  app.get('/v1/changes', {
    schema: {
      operationId: 'listChanges',
      tags: ['sync'],
      summary: 'List changes',
      description:
        'Articles that were stored or deleted, and claims that were reviewed, oldest change first, each thing once with its last state. Take each change over in turn (a stored article replaces all its claims), keep `next`, and ask again with it: at once while `more` is true, later when not. Claims of all sections come, rejected ones too.',
      querystring: z.strictObject({
        ...changesParameters,
        limit: limit!,
      }),
      response: responses('What has changed.', ChangePage),
    },
    handler: async (request, reply) => {
      const page = await listChanges(store, request.query as { after?: string; limit: number; expand?: string[] })
      if (page.more) linkNext(request, reply, page.next)
      return sendText(request, reply, presentChanges(page))
    },
  })
}
