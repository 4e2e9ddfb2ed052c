import type { ComponentChildren } from "preact";
import type { Context } from "#core/context.ts";
import { found } from "#core/errors.ts";
import type { Id } from "#core/id.ts";
import { blank, type Filled, filledWith, type Input, read } from "#core/input.ts";
import { excerpt } from "#core/markdown.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import {
  addContactPoint,
  ContactInput,
  changeContactPoint,
  removeContactPoint,
} from "#modules/organizations/contacts/commands.ts";
import { say as sayContact } from "#modules/organizations/contacts/messages.ts";
import { listContactPoints } from "#modules/organizations/contacts/queries.ts";
import { ContactFields, contactNote } from "#modules/organizations/contacts/views.tsx";
import { type Desk, edit, type ProfilePart } from "#modules/organizations/paths.ts";
import { openOrganization } from "#modules/organizations/queries.ts";
import type { ContactPoint, Organization, Service, Site } from "#modules/organizations/schema.ts";
import {
  addService,
  changeService,
  endService,
  ServiceInput,
} from "#modules/organizations/services/commands.ts";
import { say as sayService } from "#modules/organizations/services/messages.ts";
import { listServices } from "#modules/organizations/services/queries.ts";
import { needsLine, ServiceFields } from "#modules/organizations/services/views.tsx";
import { addSite, changeSite, removeSite, SiteInput } from "#modules/organizations/sites/commands.ts";
import { say as saySite } from "#modules/organizations/sites/messages.ts";
import { listSites } from "#modules/organizations/sites/queries.ts";
import { addressLine, SiteFields, siteNote } from "#modules/organizations/sites/views.tsx";
import { say } from "./messages.ts";
import { ItemPage, PartPage, type PartWords } from "./views.tsx";

type Row<Kind extends string> = { readonly id: Id<Kind>; readonly name: string };
type OrganizationId = Id<"organization">;

/** A list that belongs to a profile and is edited line by line. */
type Part<Kind extends string, Item extends Row<Kind>, Values> = {
  readonly path: ProfilePart;
  readonly words: (ctx: Context) => PartWords;
  readonly list: (ctx: Context, id: OrganizationId) => Promise<Item[]>;
  readonly line: (ctx: Context, item: Item) => { readonly kind: string; readonly note: string };
  /** What a new line most likely takes over from the organization. */
  readonly start: (organization: Organization) => Filled;
  readonly fields: (ctx: Context, id: OrganizationId) => Promise<ComponentChildren>;
  readonly input: (ctx: Context, body: Record<string, unknown>) => Input<Values>;
  readonly add: (ctx: Context, id: OrganizationId, values: Values) => Promise<Id<Kind>>;
  readonly change: (ctx: Context, id: OrganizationId, item: Id<Kind>, values: Values) => Promise<void>;
  readonly remove: (ctx: Context, id: OrganizationId, item: Id<Kind>) => Promise<void>;
};

const opened = (page: Page) => openOrganization(page.get("ctx"), idIn<"organization">(page));

const frame = (page: Page, desk: Desk, organization: Organization) => ({
  area: desk === "office" ? ("office" as const) : ("public" as const),
  hidden: true,
  crumbs: [
    { href: edit[desk].list, label: say(page.get("ctx"))(desk === "office" ? "office" : "yours") },
    { href: edit[desk].profile(organization.id), label: organization.name },
  ],
});

/** How the pages of one part are drawn: its list, and the form of one line. */
const drawnAs = <Kind extends string, Item extends Row<Kind>, Values>(
  desk: Desk,
  part: Part<Kind, Item, Values>,
) => {
  const common = (page: Page, organization: Organization) => {
    const ctx = page.get("ctx");
    const words = part.words(ctx);
    return { ctx, words, desk, part: part.path, organization, formKey: page.get("formKey") };
  };
  const list = async (page: Page) => {
    const organization = await opened(page);
    const props = common(page, organization);
    const hint = page.req.query("hinweis");
    const notice = hint === "saved" || hint === "removed" ? hint : undefined;
    const items = await part.list(props.ctx, organization.id);
    const lines = items.map((item) => ({ id: item.id, name: item.name, ...part.line(props.ctx, item) }));
    return page.render(<PartPage {...props} lines={lines} notice={notice} />, {
      ...frame(page, desk, organization),
      title: props.words("heading", { organization: organization.name }),
    });
  };
  const form = async (
    page: Page,
    organization: Organization,
    { item, filled, status = 200 }: { item?: Item; filled: Filled; status?: 200 | 422 },
  ) => {
    const props = common(page, organization);
    const { crumbs, ...rest } = frame(page, desk, organization);
    const back = { href: edit[desk].part(organization.id, part.path), label: props.words("title") };
    return page.render(
      <ItemPage {...props} item={item} form={filled}>
        {await part.fields(props.ctx, organization.id)}
      </ItemPage>,
      {
        ...rest,
        crumbs: [...crumbs, back],
        status,
        title: item ? props.words("editHeading", { name: item.name }) : props.words("newHeading"),
      },
    );
  };
  return { list, form };
};

const pagesOf = <Kind extends string, Item extends Row<Kind>, Values>(
  desk: Desk,
  part: Part<Kind, Item, Values>,
) => {
  const { list, form } = drawnAs(desk, part);
  const backTo = (page: Page, id: OrganizationId, notice: string) =>
    seeOther(page, edit[desk].part(id, part.path), notice);
  const itemOf = async (page: Page, id: OrganizationId): Promise<Item> => {
    const wanted = idIn<Kind>(page, "item");
    return found((await part.list(page.get("ctx"), id)).find((item) => item.id === wanted));
  };
  return routes()
    .get(`/:id/${part.path}`, list)
    .get(`/:id/${part.path}/neu`, async (page) => {
      const organization = await opened(page);
      return form(page, organization, { filled: part.start(organization) });
    })
    .post(`/:id/${part.path}/neu`, async (page) => {
      const organization = await opened(page);
      const input = part.input(page.get("ctx"), await sent(page));
      if (!input.ok) return form(page, organization, { filled: input.form, status: 422 });
      await part.add(page.get("ctx"), organization.id, input.value);
      return backTo(page, organization.id, "saved");
    })
    .get(`/:id/${part.path}/:item`, async (page) => {
      const organization = await opened(page);
      const item = await itemOf(page, organization.id);
      return form(page, organization, { item, filled: filledWith(item) });
    })
    .post(`/:id/${part.path}/:item`, async (page) => {
      const organization = await opened(page);
      const item = await itemOf(page, organization.id);
      const input = part.input(page.get("ctx"), await sent(page));
      if (!input.ok) return form(page, organization, { item, filled: input.form, status: 422 });
      await part.change(page.get("ctx"), organization.id, item.id, input.value);
      return backTo(page, organization.id, "saved");
    })
    .post(`/:id/${part.path}/:item/entfernen`, async (page) => {
      const organization = await opened(page);
      await part.remove(page.get("ctx"), organization.id, idIn<Kind>(page, "item"));
      return backTo(page, organization.id, "removed");
    });
};

const sites: Part<"site", Site, Parameters<typeof addSite>[2]> = {
  path: "orte",
  words: saySite,
  list: listSites,
  line: (ctx, site) => ({ kind: addressLine(site), note: siteNote(ctx, site) }),
  start: ({ street, postcode, townName }) => filledWith({ street, postcode, townName }),
  fields: async (ctx) => <SiteFields ctx={ctx} />,
  input: (ctx, body) => read(ctx, SiteInput, body),
  add: addSite,
  change: changeSite,
  remove: removeSite,
};

const services: Part<"service", Service, Parameters<typeof addService>[2]> = {
  path: "leistungen",
  words: sayService,
  list: listServices,
  line: (ctx, service) => ({ kind: needsLine(ctx, service), note: excerpt(service.description) }),
  start: ({ languages, targetGroups }) => filledWith({ languages, targetGroups }),
  fields: async (ctx, id) => <ServiceFields ctx={ctx} sites={await listSites(ctx, id)} />,
  input: (ctx, body) => read(ctx, ServiceInput, body),
  add: addService,
  change: changeService,
  remove: endService,
};

const contacts: Part<"contactPoint", ContactPoint, Parameters<typeof addContactPoint>[2]> = {
  path: "ansprechpersonen",
  words: sayContact,
  list: listContactPoints,
  line: (ctx, contact) => ({ kind: contact.task, note: contactNote(ctx, contact) }),
  start: () => blank,
  fields: async (ctx) => <ContactFields ctx={ctx} />,
  input: (ctx, body) => read(ctx, ContactInput, body, { reachable: sayContact(ctx)("reachable") }),
  add: addContactPoint,
  change: changeContactPoint,
  remove: removeContactPoint,
};

/** …/:id/orte, …/leistungen and …/ansprechpersonen, from the desk of the organization or of the office. */
export const pagesAt = (desk: Desk) =>
  routes()
    .route("/", pagesOf(desk, sites))
    .route("/", pagesOf(desk, services))
    .route("/", pagesOf(desk, contacts));
