import { paths as openData } from "#app/open-data/lists.ts";
import { say as sayOpenData } from "#app/open-data/messages.ts";
import { visitor } from "#core/actor.ts";
import { found } from "#core/errors.ts";
import { read } from "#core/input.ts";
import { asked, type Page, routes } from "#core/web.ts";
import { say } from "./messages.ts";
import { describeApi, parametersOf } from "./openapi.ts";
import { Paging, type Resource } from "./resource.ts";
import { resources } from "./resources.ts";
import { ApiPage } from "./views.tsx";

// The language of the words is asked for at any address.
const always = "sprache";

const questionOf = (resource: Resource) => {
  const parameters = parametersOf(resource);
  const known = new Set([always, ...parameters.map(([name]) => name)]);
  const lists = new Set(parameters.flatMap(([name, { type }]) => (type === "array" ? [name] : [])));
  return (page: Page) => {
    const question = asked(page);
    const values = Object.entries(question).map(([name, value]) => [
      name,
      lists.has(name) ? [value].flat() : value,
    ]);
    return {
      values: Object.fromEntries(values),
      unknown: Object.keys(question).filter((name) => !known.has(name)),
    };
  };
};

const nextOf = (page: Page, number: number): string => {
  const query = new URLSearchParams(new URL(page.req.url).search);
  query.set("page", String(number));
  return `${page.get("origin")}${page.req.path}?${query}`;
};

/** The routes of one noun: its list and one of them, both as a visitor sees them, whoever asks. */
const routesOf = (resource: Resource) => {
  const ask = questionOf(resource);
  return routes()
    .get("/", async (page) => {
      const ctx = { ...page.get("ctx"), actor: visitor };
      const { values, unknown } = ask(page);
      const paging = read(ctx, Paging, values);
      const filters = read(ctx, resource.filters, values);
      const strangers = Object.fromEntries(unknown.map((name) => [name, say(ctx)("unknown")]));
      const details = { ...strangers, ...paging.form.errors, ...filters.form.errors };
      if (!paging.ok || !filters.ok || unknown.length > 0)
        return page.json({ error: say(ctx)("wrong"), details }, 400);
      const call = { ...paging.value, origin: page.get("origin") };
      const { total, items } = await resource.answer(ctx, filters.value, call);
      const pages = Math.max(1, Math.ceil(total / call.limit));
      const next = call.page < pages ? nextOf(page, call.page + 1) : null;
      return page.json(
        resource.list.parse({ total, page: call.page, pages, limit: call.limit, next, items }),
      );
    })
    .get("/:key", async (page) => {
      const ctx = { ...page.get("ctx"), actor: visitor };
      const key = page.req.param("key").slice(0, 120);
      return page.json(found(await resource.answerOne(ctx, key, page.get("origin"))));
    });
};

const makeApi = () => {
  const api = routes()
    .get("/", (page) => {
      const ctx = page.get("ctx");
      return page.render(<ApiPage ctx={ctx} origin={page.get("origin")} />, {
        title: say(ctx)("title"),
        description: say(ctx)("lead"),
        crumbs: [{ href: openData.list, label: sayOpenData(ctx)("title") }],
      });
    })
    .get("/openapi.json", (page) => page.json(describeApi(page.get("ctx"), page.get("origin"))));
  for (const resource of resources) api.route(`/v1/${resource.name}`, routesOf(resource));
  return api;
};

/** The public contract for machines, its description for programs and for people. */
export const api = makeApi();
