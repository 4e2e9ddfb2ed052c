import { routes } from "#core/web.ts";
import { modules } from "./modules.ts";

const makeApi = () => {
  const api = routes();
  for (const module of modules) {
    for (const [prefix, answers] of Object.entries(module.api ?? {})) api.route(`/v1${prefix}`, answers);
  }
  return api;
};

/** The public contract for machines: each module answers below its own name. */
export const api = makeApi();
