import { routes } from "#core/web.ts";
import { say as common } from "#modules/consortium/messages.ts";
import { paths } from "#modules/consortium/paths.ts";
import { may } from "#modules/consortium/policy.ts";
import { listRules, rulesInForce } from "#modules/consortium/procedure/queries.ts";
import { say } from "./messages.ts";
import { RulesView } from "./views.tsx";

/** `/konsortium/geschaeftsordnung`. */
export const pages = routes().get("/", async (page) => {
  const { ctx } = page.var;
  const versions = (await listRules(ctx)).filter(({ state }) => state === "adopted");
  return page.render(
    <RulesView ctx={ctx} inForce={await rulesInForce(ctx)} versions={versions} runs={may.run(ctx)} />,
    { title: say(ctx)("heading"), crumbs: [{ href: paths.front, label: common(ctx)("consortium") }] },
  );
});
