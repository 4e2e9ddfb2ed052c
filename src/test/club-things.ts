import type { Id } from "#core/id.ts";
import { addSource } from "#modules/content/sources/commands.ts";
import { addOpportunity, OpportunityInput } from "#modules/opportunities/commands.ts";
import { askWhetherItHolds } from "#modules/opportunities/confirmations/commands.ts";
import { invite } from "#modules/opportunities/invitations/commands.ts";
import { publishOpportunity } from "#modules/opportunities/publications/commands.ts";
import { saveSearch } from "#modules/opportunities/searches/commands.ts";
import { claimOrganization } from "#modules/organizations/claims/commands.ts";
import { addOrganization } from "#modules/organizations/commands.ts";
import { addContactPoint } from "#modules/organizations/contacts/commands.ts";
import { keepImport } from "#modules/organizations/imports/commands.ts";
import { inviteRepresentative } from "#modules/organizations/representatives/commands.ts";
import { addService } from "#modules/organizations/services/commands.ts";
import { addSite, SiteInput } from "#modules/organizations/sites/commands.ts";
import { keepPerson } from "#modules/people/commands.ts";
import { tokenIn } from "./letters.ts";
import { formOf, type Makers, made } from "./made.ts";

/** What an organization has, and what the office knows of it. */
export const organizationThings = async ({ office, volunteer, club, other }: Makers) => {
  const { place } = office;
  const one = await addOrganization(office, { name: `Doppelverein ${place.name}`, sector: "civil" });
  const two = await addOrganization(office, { name: `Doppel-Verein ${place.name} e.V.`, sector: "civil" });
  const contact = {
    name: "Zora Zuständig",
    task: "",
    email: "zora@verein.example",
    phone: null,
    public: true,
  };
  made(await inviteRepresentative(office, club, "gast@verein.example"));
  const service = { description: "", siteId: null, targetGroups: [], languages: [], fees: "", howToCome: "" };
  const rows = "Name;Ort\nNeuer Verein;Musterstadt\n";
  const { slug } = await office.db
    .selectFrom("organizations")
    .select("slug")
    .where("id", "=", club)
    .executeTakeFirstOrThrow();
  const { slug: otherSlug } = await office.db
    .selectFrom("organizations")
    .select("slug")
    .where("id", "=", other)
    .executeTakeFirstOrThrow();
  const { id: invitation } = await office.db.selectFrom("invitations").select("id").executeTakeFirstOrThrow();
  return {
    club,
    clubSlug: slug,
    otherSlug,
    doubleOne: one.id,
    doubleTwo: two.id,
    contact: await addContactPoint(office, club, contact),
    site: await addSite(office, club, formOf(office, SiteInput, { name: "Vereinsheim" })),
    service: await addService(office, club, { ...service, name: "Beratung", needs: ["advice"] }),
    invitation,
    invitationToken: await tokenIn(office, "invitation", "/einladung"),
    claim: made(await claimOrganization(volunteer, other, "Das sind wir.")),
    import: await keepImport(office, {
      kind: "organizations",
      source: "Liste",
      fileName: "liste.csv",
      text: rows,
    }),
    calendarSource: made(await addSource(office, club, { url: `https://${slug}.example/kalender.ics` })),
    offerImport: await keepImport(office, {
      kind: "opportunities",
      source: "Liste",
      fileName: "angebote.csv",
      text: rows,
    }),
  };
};

const invitationThings = async ({ office }: Makers, opportunityId: Id<"opportunity">) => {
  const ida = {
    name: "Ida Interesse",
    contactBy: "email",
    email: "ida@gast.example",
    language: "de",
  } as const;
  const personId = made(await keepPerson(office, ida));
  const links: { asked: Id<"opportunityInvitation">; askedToken: string }[] = [];
  made(
    await invite(office, {
      opportunityId,
      people: [{ personId }],
      reason: "fit",
      tell: async ({ id, token }) => {
        links.push({ asked: id, askedToken: token });
      },
    }),
  );
  const [link] = links;
  if (!link) throw new Error("nobody was asked");
  return link;
};

/** An offer that is out and was asked after, and one that is not out yet. */
export const opportunityThings = async (makers: Makers) => {
  const { office, earlier, club } = makers;
  const fields = {
    rhythm: "weekly",
    times: ["1"],
    fields: ["environment"],
    postcode: "02943",
    townName: office.place.name,
  };
  const words = (title: string) =>
    formOf(office, OpportunityInput, { ...fields, title, summary: "Wir graben um." });
  const old = await addOpportunity(earlier, club, words(`Beete in ${office.place.name}`));
  made(await publishOpportunity(earlier, old.id));
  await askWhetherItHolds(office);
  const { number } = await office.db
    .selectFrom("opportunities")
    .select("number")
    .where("id", "=", old.id)
    .executeTakeFirstOrThrow();
  const draft = await addOpportunity(office, club, words(`Entwurf in ${office.place.name}`));
  return {
    offer: old.id,
    offerSlug: old.slug,
    offerNumber: String(number),
    ...(await invitationThings(makers, old.id)),
    search: made(await saveSearch(makers.volunteer, { suche: "feld=sport", name: "Sport" })),
    draft: draft.id,
    draftSlug: draft.slug,
    confirmationToken: await tokenIn(office, "opportunity.ask", "/bestaetigen"),
  };
};
