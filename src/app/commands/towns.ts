import { sql } from "kysely";
import * as z from "zod";
import { system } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import type { Database } from "#core/db.ts";
import { during } from "#core/during.ts";
import { email, line, postcode } from "#core/input.ts";
import { originOf } from "#core/origin.ts";
import { findPostcode } from "#core/postcodes.ts";
import { newToken } from "#core/token.ts";
import { openAccount, settle } from "#modules/people/accounts/commands.ts";
import { grantRole } from "#modules/people/grants/commands.ts";
import { paths } from "#modules/people/paths.ts";
import { listHolders } from "#modules/people/queries.ts";
import { foundPlace } from "#modules/places/commands.ts";
import { findPlaceByHost, listPlaces } from "#modules/places/queries.ts";
import { type Call, type Command, WrongUsage } from "./command.ts";
import { inHouse } from "./house.ts";

const hostName = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/u);

const examples = {
  slug: "musterstadt",
  host: "engagement.musterstadt.de",
  name: "Musterstadt",
  "full-name": "Große Kreisstadt Musterstadt",
  postcode: "02943",
  administrator: "name@musterstadt.de",
} as const;

const NewTown = z.object({
  slug: z.string().regex(/^[a-z0-9-]{2,40}$/u),
  host: z.array(hostName).min(1),
  name: line(80),
  "full-name": line(160).optional(),
  postcode,
  administrator: email,
});
type NewTown = z.infer<typeof NewTown>;

const readTown = (call: Call): NewTown => {
  const result = NewTown.safeParse({
    slug: call.option("slug"),
    host: call.options("host"),
    name: call.option("name"),
    "full-name": call.option("full-name"),
    postcode: call.option("postcode"),
    administrator: call.option("administrator"),
  });
  if (result.success) return result.data;
  const name = String(result.error.issues[0]?.path[0]);
  throw new WrongUsage(
    `--${name} is not usable. Example: --${name} ${examples[name as keyof typeof examples]}.`,
  );
};

const refuseTaken = async (db: Database, { slug, host }: NewTown): Promise<void> => {
  for (const name of host) {
    const other = await findPlaceByHost(db, name);
    if (other && other.slug !== slug) throw new Error(`${name} already leads to the town ${other.slug}.`);
  }
};

/** Minutes in which the printed link works: time enough to carry it to whoever it is for. */
const linkMinutes = 120;

const settleAdministrator = async (ctx: Context, address: string): Promise<string> => {
  if ((await listHolders(ctx, "administrator")).length > 0) {
    throw new Error(`There is already a town ${ctx.place.slug}, and it has an administrator.`);
  }
  const accountId = await openAccount(ctx, address);
  const personId = await settle(ctx, { accountId, email: address, name: "Administration" });
  await grantRole(ctx, { personId, role: "administrator" });
  const { token, hash } = newToken();
  await ctx.db
    .insertInto("signInTokens")
    .values({
      tokenHash: hash,
      kind: "link",
      email: address,
      returnTo: paths.security,
      expiresAt: new Date(+ctx.now + linkMinutes * 60_000),
    })
    .execute();
  return paths.link(token);
};

const add = async (call: Call): Promise<void> => {
  const town = readTown(call);
  const center = findPostcode(town.postcode);
  if (!center) throw new WrongUsage(`--postcode ${town.postcode} is no German postcode that we know.`);
  await inHouse(call, async ({ db }) => {
    await refuseTaken(db, town);
    const now = new Date();
    const { slug, host: hosts, name } = town;
    await foundPlace(db, {
      slug,
      hosts,
      name,
      fullName: town["full-name"] ?? name,
      postcode: town.postcode,
      ...center,
      languages: ["de", "en"],
      demo: false,
      createdAt: now,
    });
    const place = (await listPlaces(db)).find((candidate) => candidate.slug === slug);
    if (!place) throw new Error(`The town ${slug} was not founded.`);
    const path = await during(db, { place, actor: system, now, language: "de" }, "read write", (ctx) =>
      settleAdministrator(ctx, town.administrator),
    );
    const link = `${originOf({ hosts }, call.settings())}${path}`;
    call.answer({ slug, hosts, administrator: town.administrator, link, minutes: linkMinutes }, [
      `${name} is founded. ${town.administrator} signs in once with this link, within ${linkMinutes / 60} hours:`,
      link,
      "It leads to the second factor, without which nobody administers; then come the settings at /buero/einstellungen.",
    ]);
  });
};

const list = (call: Call): Promise<void> =>
  inHouse(call, async ({ db }) => {
    const towns = await db
      .selectFrom("places")
      .select(["slug", "name", "hosts", "postcode", "demo"])
      .orderBy("createdAt")
      .orderBy("slug")
      .execute();
    const { rows } = await sql<{ slug: string; people: number }>`
      select places.slug, count(people.id)::int as people from places
      left join people on people.place_id = places.id and people.left_at is null group by places.slug`.execute(
      db,
    );
    const people = new Map(rows.map((row) => [row.slug, row.people]));
    call.answer(
      towns.map((town) => ({ ...town, people: people.get(town.slug) ?? 0 })),
      towns.length === 0
        ? ["There is no town yet."]
        : towns.map(({ slug, name, hosts, demo }) =>
            [slug, name, hosts.join(" "), `people: ${people.get(slug) ?? 0}`, demo ? "example" : ""]
              .filter(Boolean)
              .join("  "),
          ),
    );
  });

/** The towns of this installation. */
export const townCommands: readonly Command[] = [
  {
    name: "town add",
    words: "Found a town, and hand its administrator a link to sign in.",
    options: {
      slug: { value: "SLUG", words: "its short name in lower case", required: true },
      host: { value: "HOST", words: "a host name under which it is reached", required: true, several: true },
      name: { value: "NAME", words: "as people call it", required: true },
      "full-name": { value: "NAME", words: "as its seal says; otherwise the name" },
      postcode: { value: "POSTCODE", words: "which also says where it lies", required: true },
      administrator: { value: "EMAIL", words: "who completes its settings", required: true },
    },
    run: add,
  },
  { name: "town list", words: "List the towns, their hosts and how many people they know.", run: list },
];
