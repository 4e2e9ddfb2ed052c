import * as z from "zod";
import { filledWith } from "#core/input.ts";
import { asked, routes } from "#core/web.ts";
import { countByNeed, findServices } from "#modules/organizations/services/queries.ts";
import { needs, targetGroups } from "#modules/organizations/vocabulary.ts";
import { say } from "./messages.ts";
import { ServicesPage } from "./views.tsx";

// An empty or unknown choice is "it does not matter".
const Filter = z.object({
  bin: z.enum(targetGroups).optional().catch(undefined),
  brauche: z.enum(needs).optional().catch(undefined),
});

/** /leistungen */
export const pages = routes().get("/", async (page) => {
  const ctx = page.get("ctx");
  const { bin: group, brauche: need } = Filter.parse(asked(page));
  const services = need === undefined ? undefined : await findServices(ctx, { need, group });
  const coverage = await countByNeed(ctx, group);
  return page.render(
    <ServicesPage
      ctx={ctx}
      form={filledWith({ bin: group, brauche: need })}
      filter={{ need, group }}
      coverage={coverage}
      services={services}
    />,
    { title: say(ctx)("servicesTitle"), description: say(ctx)("servicesLead", { town: ctx.place.name }) },
  );
});
