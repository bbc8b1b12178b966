#!/usr/bin/env node
import { Command } from 'commander'
import { extractCommand } from './extract.ts'

new Command('article-facts')
  .description('Turns news articles into typed, checkable facts, each traced to its words.')
  .addCommand(extractCommand)
  .showHelpAfterError('(add --help for usage)')
  .parseAsync()
