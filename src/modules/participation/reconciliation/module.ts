import type { Module } from "#core/module.ts";
import { paths } from "#modules/participation/paths.ts";
import { pages } from "./pages.tsx";

export const participationReconciliation: Module = {
  name: "participation/reconciliation",
  pages: { [paths.officeBallots]: pages },
};
