import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";
import type { Context } from "#core/context.ts";
import { skills } from "#modules/opportunities/vocabulary.ts";
import { saveWishes, WishesInput } from "#modules/opportunities/wishes/commands.ts";
import { accessibilities, fields, targetGroups } from "#modules/organizations/vocabulary.ts";
import { notify } from "#modules/people/notices/commands.ts";
import { visibleText } from "#test/forms.ts";
import { makeThings } from "#test/things.ts";
import { town, type World } from "#test/world.ts";
import { type Entry, type Part, tellParts } from "./queries.ts";
import { EverythingView, labelOf } from "./views.tsx";
import { parts as sectionWords } from "./vocabulary.ts";

/** Words that only machines read: names of columns, ids, and times as they are stored. */
const machineWords = [
  /(?<![\w/.@-])[a-z]{2,}[A-Z]\w+/gu,
  /(?<![\w/.@-])[a-z]+_[a-z_]+/gu,
  /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/gu,
  /\d{4}-\d\d-\d\d|\d\d:\d\d:\d\d|\[object \w+\]|\b(?:true|false|null|undefined|NaN)\b/gu,
];
const machineWordsIn = (text: string): string[] =>
  machineWords.flatMap((pattern) => text.match(pattern) ?? []);

/** Gives one person all that the example holds, so that every module has something to tell about them. */
const makeRich = async (world: World): Promise<Context> => {
  await makeThings(world);
  const { id } = world.cast.volunteer;
  const ctx = world.as("volunteer");
  const everyWish = {
    fields,
    targetGroups,
    skills,
    accessibility: accessibilities,
    notThese: ["youth", "sport"],
  };
  const wishes = {
    times: ["0", "3", "6", "20"],
    rhythms: ["weekly"],
    languages: ["dgs"],
    company: "pair",
    radiusKm: "12",
  };
  await saveWishes(
    ctx,
    id,
    WishesInput.parse({ ...everyWish, ...wishes, postcode: "02943", words: "Gern draußen." }),
  );
  const answers = JSON.stringify({ gern: ["reading"], zeit: "abend", plz: "02943", alter: "adult" });
  await notify(ctx, { personId: id, key: "x", kind: "search", title: "Neu: Vorlesen", path: "/angebote" });
  const changes: readonly (readonly [sql: string, values: readonly unknown[]])[] = [
    [
      "update inquiries set person_id = $1, answers = $2, closed_at = arrived_at, result = 'answered'",
      [id, answers],
    ],
    [
      `insert into attendances (signup_id, state, arrived_at, left_at, minutes)
       select id, 'left', lower(during), upper(during), 120 from signups where person_id = $1 limit 1`,
      [id],
    ],
    [
      "insert into inquiry_replies (inquiry_id, kind, words) select id, 'call', 'Ruft morgen an.' from inquiries",
      [],
    ],
    ["update appointments set person_id = $1, held_at = ends_at where booked_at is not null", [id]],
    ["update consultations set person_id = $1, minutes = 45, motives = 'Zeit zu haben.'", [id]],
    ["update referrals set state = 'withdrawn' where person_id = $1", [id]],
    ["update referrals set person_id = $1 where state = 'placed'", [id]],
    ["update follow_ups set answer = 'not_good', answered_at = current_moment() where side = 'person'", []],
    [
      "update claims set person_id = $1, decision = 'declined', reason = 'Doppelt', decided_at = made_at",
      [id],
    ],
    [
      "insert into calendar_sources (organization_id, url, made_by) values ($2, 'https://verein.example/a.ics', $1)",
      [id, world.club],
    ],
    [
      "update helpers set person_id = $1, most_shifts = 2, most_minutes_a_day = 240, words = 'Gern früh.'",
      [id],
    ],
    [
      "insert into shift_wishes (helper_id, need_id, preference) select h.id, n.id, 3 from helpers h, shift_needs n limit 1 on conflict do nothing",
      [],
    ],
    ["insert into dismissals (person_id, opportunity_id) select $1, id from opportunities limit 1", [id]],
    [
      "update plan_proposals set problem = jsonb_build_object('helpers', jsonb_build_array(jsonb_build_object('id', $1::text)))",
      [id],
    ],
    ["update workshop_registrations set person_id = $1, phone = '03576 4711', needs = 'Eine Rampe.'", [id]],
    ["update workshop_steps set owner_id = $1", [id]],
    ["update working_group_members set person_id = $1", [id]],
    ["update seat_holders set person_id = $1", [id]],
    ["update consortium_offices set person_id = $1", [id]],
    [
      "insert into meeting_replies (meeting_id, seat_id, reply, words, made_by) select m.id, s.id, 'remote', 'Ich bin verreist.', $1 from meetings m, seats s limit 1 on conflict do nothing",
      [id],
    ],
    ["update meeting_presences p set holder_id = h.id from seat_holders h where h.seat_id = p.seat_id", []],
    ["update minutes_objections set made_by = $1, state = 'declined', answer = 'Es war so.'", [id]],
    ["update measure_commitments set made_by = $1", [id]],
    ["update amendments set person_id = $1", [id]],
    [
      "insert into stances (amendment_id, seat_id, stance, reason, change, made_by) select a.id, s.id, 'cannotLive', 'Zu teuer.', 'Mit der Hälfte ginge es.', $1 from amendments a, seats s limit 1",
      [id],
    ],
    [
      `insert into workshop_corrections (workshop_id, cluster_id, registration_id, words, reply)
       select r.workshop_id, c.id, r.id, 'Anders gemeint.', 'Stimmt.' from workshop_registrations r
       join card_clusters c on c.workshop_id = r.workshop_id limit 1`,
      [],
    ],
    [
      `insert into survey_invitations (survey_id, how, person_id, name, invited_on)
       select id, 'mail', $1, 'Frieda', '2026-11-01' from surveys limit 1`,
      [id],
    ],
    [
      `insert into survey_contacts (survey_id, name, email, phone, words)
       select s.id, 'Frieda', p.email, '03576 4711', 'Gern mehr.' from surveys s, people p where p.id = $1 limit 1`,
      [id],
    ],
    [
      "insert into proposal_supports (proposal_id, person_id) select p.id, $1 from proposals p where not exists (select from proposal_supports s where s.proposal_id = p.id and s.person_id = $1) limit 1",
      [id],
    ],
    [
      "insert into ballot_voters (ballot_id, number, person_id, name) select id, 900, $1, 'Frieda' from ballots where state <> 'draft' limit 1",
      [id],
    ],
    ["update news set made_by = $1", [id]],
    ["update pages set made_by = $1", [id]],
    ["update calendar_dates set made_by = $1", [id]],
    [
      "insert into grants (person_id, role, organization_id) values ($1, 'representative', $2)",
      [id, world.club],
    ],
    [
      "insert into consents (person_id, purpose, text_version, given_how) values ($1, 'publication', '2026-11', 'counter')",
      [id],
    ],
    [
      "insert into access_log (person_id, viewer_id, purpose) values ($1, $2, 'Akte')",
      [id, world.cast.coordinator.id],
    ],
    [
      "update people set age_band = 'adult', guardian_agreed_at = created_at, phone = '03576 4711' where id = $1",
      [id],
    ],
  ];
  for (const [sql, values] of changes) await world.sql(sql, [...values]);
  return ctx;
};

const entriesOf = ({ data }: Part): readonly Entry[] =>
  [data].flat().filter((entry) => entry !== null) as Entry[];

test(
  "a person reads all that is kept about them in words, in German and in English",
  { timeout: 60_000 },
  () =>
    town(async (world) => {
      const ctx = await makeRich(world);
      const parts = await tellParts(ctx, world.cast.volunteer.id);
      expect(parts.filter((part) => entriesOf(part).length === 0).map(({ section }) => section)).toEqual([]);
      for (const language of ["de", "en"]) {
        const view = <EverythingView ctx={{ ...ctx, language }} parts={parts} />;
        const text = visibleText(renderToString(view));
        expect(machineWordsIn(text)).toEqual([]);
      }
      const german = visibleText(renderToString(<EverythingView ctx={ctx} parts={parts} />));
      for (const words of ["Alter", "18 oder älter", "Montag bis Mittwoch", "Vertretung"]) {
        expect(german).toContain(words);
      }
    }),
);

test("whatever a module tells about a person has a heading and a label", { timeout: 60_000 }, () =>
  town(async (world) => {
    const ctx = await makeRich(world);
    const parts = await tellParts(ctx, world.cast.volunteer.id);
    const nameless = parts.flatMap((part) => [
      ...(part.section in sectionWords.source ? [] : [part.section]),
      ...entriesOf(part)
        .flatMap((entry) => Object.keys(entry))
        .filter((field) => labelOf(ctx, part.section, field) === field),
    ]);
    expect([...new Set(nameless)]).toEqual([]);
  }),
);

test("a part that nobody named yet is still shown, at the end", () =>
  town(async (world) => {
    const parts = [
      { section: "shoes", data: [{ size: 42 }] },
      { section: "news", data: [{ title: "Neues" }] },
      { section: "claims", data: [] },
    ];
    const text = visibleText(renderToString(<EverythingView ctx={world.as("volunteer")} parts={parts} />));
    expect(text.indexOf("shoes")).toBeGreaterThan(text.indexOf("Neues"));
    expect(text).toContain("42");
    expect(text).toContain("Zu diesen Teilen ist nichts");
  }));
