import type { Module } from "#core/module.ts";
import { paths } from "#modules/consortium/paths.ts";
import { officePages } from "./pages.tsx";

export const topicOffice: Module = {
  name: "consortium/topic-office",
  pages: { [paths.officeTopics]: officePages },
};
