import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    versionsTable: "All versions and from when they hold",
    heading: "Rules of procedure",
    lead: "How the consortium decides. Every vote is counted by the version of its day, and says so.",
    version: "Version {number}, in force since {day}",
    start: "The consortium has adopted no rules of its own yet. Until then these hold.",
    versions: "All versions",
    number: "Version",
    validFrom: "In force from",
    decided: "Decided by",
    changes: "What changed with version {number}",
    rule: "Rule",
    before: "Before",
    after: "Now",
    source: "See {source}.",
    change: "Write a new version",
  },
  { de },
);
