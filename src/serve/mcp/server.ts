import { type CallToolResult, McpServer } from '@modelcontextprotocol/server'
import type { Scope } from '../../model/key.ts'
import { version } from '../../model/program.ts'
import { askThrough, Refusal, type Send } from './ask.ts'
import { briefOutput } from './brief-output.ts'
import { tools } from './tools.ts'

// The Model Context Protocol: https://modelcontextprotocol.io

const instructions = `Checkable facts out of news articles: figures, dates, quotes and actors, each traced to its exact words.
Quote the words in \`exact\` as they are, and give their link, so that readers can check them.
A figure with a \`modality\` is no fact but a forecast, plan or the like; a claim with \`attributedTo\` is somebody's word: say whose.
What is not in the results is not in the articles.`

/**
 * An MCP server whose tools ask the API.
 * @param send asks the API for whoever calls the tools
 * @param base address of the service, for links
 * @param allows whether the caller has a key for that; tools that read need none here, for the API itself refuses
 */
export function createMcpServer(send: Send, base: string, allows: (scope: Scope) => boolean): McpServer {
  const server = new McpServer(
    { name: 'article-facts', title: 'article-facts', version },
    { instructions, capabilities: { tools: { listChanged: false } } },
  )
  for (const { name, title, description, input, output, scope, run } of tools) {
    if (scope !== undefined && !allows(scope)) continue
    const annotations = {
      readOnlyHint: scope === undefined,
      destructiveHint: scope !== undefined,
      idempotentHint: true,
      openWorldHint: false,
    }
    server.registerTool(
      name,
      { title, description, inputSchema: input, outputSchema: briefOutput(output), annotations },
      async (given, context): Promise<CallToolResult> => {
        try {
          const { data, text } = await run(given, askThrough(send, context.mcpReq.signal), base)
          return { content: [{ type: 'text', text }], structuredContent: data }
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
          return { content: [{ type: 'text', text: error.message }], isError: true }
        }
      },
    )
  }
  return server
}
