import type { Module } from "#core/module.ts";
import { paths } from "#modules/content/paths.ts";
import { may } from "#modules/content/policy.ts";
import { editorWords } from "#modules/content/vocabulary.ts";
import { forgetAuthor } from "./commands.ts";
import { desk } from "./pages.tsx";
import { listAuthored } from "./queries.ts";

export const contentWriting: Module = {
  name: "content/writing",
  pages: { [paths.desk]: desk },
  personalData: { show: listAuthored, erase: forgetAuthor },
  officeMenu: (ctx) =>
    may.write(ctx) ? [{ href: paths.desk, label: editorWords(ctx)("shelves"), rank: 60 }] : [],
};
