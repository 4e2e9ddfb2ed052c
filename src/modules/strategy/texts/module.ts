import type { Module } from "#core/module.ts";
import type { Traceable } from "#core/traceable.ts";
import { jobs } from "./jobs.ts";
import { say } from "./messages.ts";
import {
  findParagraphs,
  findVersions,
  nameParagraphs,
  nameVersions,
  type ParagraphId,
  type VersionId,
} from "./queries.ts";

const paragraph: Traceable = {
  kind: "paragraph",
  noun: (ctx) => say(ctx)("paragraph"),
  name: (ctx, ids) => nameParagraphs(ctx, ids as readonly ParagraphId[]),
  find: findParagraphs,
};

const version: Traceable = {
  kind: "strategyVersion",
  noun: (ctx) => say(ctx)("version"),
  name: (ctx, ids) => nameVersions(ctx, ids as readonly VersionId[]),
  find: findVersions,
};

export const texts: Module = { name: "strategy/texts", traceables: [paragraph, version], jobs };
