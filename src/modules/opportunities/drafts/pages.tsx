import { allow, found } from "#core/errors.ts";
import { type Id, isId } from "#core/id.ts";
import { type Filled, filledWith, read } from "#core/input.ts";
import { dayOf, timeOf } from "#core/local-time.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { partsIn } from "#methods/week-parts.ts";
import { addOpportunity, changeOpportunity, OpportunityInput } from "#modules/opportunities/commands.ts";
import { type Desk, manage } from "#modules/opportunities/paths.ts";
import { may } from "#modules/opportunities/policy.ts";
import { publishOpportunity } from "#modules/opportunities/publications/commands.ts";
import { findOpportunity, managedBy, type WholeOpportunity } from "#modules/opportunities/queries.ts";
import { say } from "#modules/opportunities/sections/messages.ts";
import { findOrganization, organizationChoices } from "#modules/organizations/queries.ts";
import { placesOf } from "./queries.ts";
import { ChooseOrganizationPage, DraftPage } from "./views.tsx";

const area = (desk: Desk) => (desk === "office" ? ("office" as const) : ("public" as const));
const crumbs = (page: Page, desk: Desk) => [{ href: manage[desk].list, label: say(page.get("ctx"))("list") }];

const formOf = (offer: WholeOpportunity): Filled => {
  const { startsAt, endsAt, times } = offer;
  const timed = startsAt && timeOf(startsAt) !== "00:00";
  return filledWith({
    ...offer,
    times: partsIn(times),
    startDay: startsAt && dayOf(startsAt),
    startTime: timed ? timeOf(startsAt) : null,
    endDay: endsAt && (!startsAt || dayOf(startsAt) !== dayOf(endsAt)) ? dayOf(endsAt) : null,
    endTime: endsAt && timeOf(endsAt) !== "23:59" ? timeOf(endsAt) : null,
  });
};

type Shown = {
  readonly offer?: WholeOpportunity;
  readonly organizationId: Id<"organization">;
  readonly form: Filled;
  readonly status?: 422;
};

const draw = async (page: Page, desk: Desk, { offer, organizationId, form, status }: Shown) => {
  const ctx = page.get("ctx");
  const organization = found(await findOrganization(ctx, organizationId));
  return page.render(
    <DraftPage
      ctx={ctx}
      desk={desk}
      form={form}
      formKey={page.get("formKey")}
      offer={offer}
      organization={organization}
      {...(await placesOf(ctx, organizationId))}
    />,
    {
      title: say(ctx)(offer ? "changeHeading" : "addHeading"),
      crumbs: crumbs(page, desk),
      area: area(desk),
      hidden: true,
      ...(status ? { status } : {}),
    },
  );
};

const wordsOf = (page: Page) => ({ endsBeforeStart: say(page.get("ctx"))("endsBeforeStart") });

// After saving: publish when that button was pressed; what stands against it is said on the offer's own page.
const saved = async (page: Page, desk: Desk, id: Id<"opportunity">, publish: boolean) => {
  if (!publish) return seeOther(page, manage[desk].show(id), "gespeichert");
  const outcome = await publishOpportunity(page.get("ctx"), id);
  return seeOther(page, manage[desk].show(id), outcome.ok ? outcome.value : outcome.because);
};

const standard = filledWith({ rhythm: "weekly", placeKind: "onsite", company: "any" });

/** The form of an offer, from an organization's own desk or from the office. */
export const pagesOf = (desk: Desk) =>
  routes()
    .get("/neu", async (page) => {
      const ctx = page.get("ctx");
      const own = managedBy(ctx);
      const asked = page.req.query("organisation");
      const only = own?.length === 1 ? own[0] : undefined;
      const organizationId = isId<"organization">(asked) ? asked : only;
      if (organizationId) {
        allow(may.add(ctx, organizationId));
        const home = found(await findOrganization(ctx, organizationId));
        const { street, postcode, townName } = home;
        const values = { ...standard.values, ...filledWith({ street, postcode, townName }).values };
        return draw(page, desk, { organizationId, form: { values, errors: {} } });
      }
      allow(own === null || own.length > 0);
      const organizations = (await organizationChoices(ctx)).filter(
        ({ id }) => own === null || own.includes(id),
      );
      return page.render(<ChooseOrganizationPage ctx={ctx} desk={desk} organizations={organizations} />, {
        title: say(ctx)("addHeading"),
        crumbs: crumbs(page, desk),
        area: area(desk),
        hidden: true,
      });
    })
    .post("/neu", async (page) => {
      const ctx = page.get("ctx");
      const body = await sent(page);
      const organizationId = String(body["organizationId"] ?? "");
      allow(managedBy(ctx)?.length !== 0);
      if (!isId<"organization">(organizationId)) return seeOther(page, manage[desk].add);
      allow(may.add(ctx, organizationId));
      found(await findOrganization(ctx, organizationId));
      const input = read(ctx, OpportunityInput, body, wordsOf(page));
      if (!input.ok) return draw(page, desk, { organizationId, form: input.form, status: 422 });
      const { id } = await addOpportunity(ctx, organizationId, input.value);
      return saved(page, desk, id, body["publish"] === "yes");
    })
    .get("/:id{[0-9a-f-]{36}}/bearbeiten", async (page) => {
      const ctx = page.get("ctx");
      const offer = found(await findOpportunity(ctx, idIn(page)));
      allow(may.change(ctx, offer));
      return draw(page, desk, { offer, organizationId: offer.organizationId, form: formOf(offer) });
    })
    .post("/:id{[0-9a-f-]{36}}/bearbeiten", async (page) => {
      const ctx = page.get("ctx");
      const offer = found(await findOpportunity(ctx, idIn(page)));
      allow(may.change(ctx, offer));
      const body = await sent(page);
      const input = read(ctx, OpportunityInput, body, wordsOf(page));
      if (!input.ok)
        return draw(page, desk, {
          offer,
          organizationId: offer.organizationId,
          form: input.form,
          status: 422,
        });
      await changeOpportunity(ctx, offer.id, input.value);
      return saved(page, desk, offer.id, body["publish"] === "yes");
    });
