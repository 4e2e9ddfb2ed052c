import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { email, phone } from "#core/input.ts";
import { plainWords } from "#methods/likeness.ts";
import { plainText } from "#methods/plain-text.ts";
import { findColumns, readTable, type TableProblem, type TableRow } from "#methods/table-file.ts";
import type { AgeBand } from "#modules/people/vocabulary.ts";
import { ageBandNamed, isTicked, type PersonColumn, personColumns } from "./vocabulary.ts";

type PersonId = Id<"person">;

export type PersonProblem =
  | "noName"
  | "email"
  | "phone"
  | "age"
  | "guardian"
  | "uneven"
  | "twice"
  | "otherName";

/** Somebody as a row of a table tells of them. */
export type PersonDraft = {
  readonly line: number;
  readonly name: string;
  readonly email: string | undefined;
  readonly phone: string | undefined;
  readonly ageBand: AgeBand | undefined;
  readonly street: string | undefined;
  readonly postcode: string | undefined;
  readonly townName: string | undefined;
  readonly guardianName: string | undefined;
  readonly guardianContact: string | undefined;
  readonly guardianAgreed: boolean;
  readonly problem: PersonProblem | undefined;
};

type Read = (name: PersonColumn) => string;

const oneLine = (text: string, longest: number): string | undefined =>
  plainText(text).replace(/\s+/gu, " ").trim().slice(0, longest) || undefined;

const nameOf = (read: Read): string | undefined => {
  const whole = oneLine(read("name"), 200) ?? oneLine(`${read("firstName")} ${read("lastName")}`, 200);
  // "Muster, Erika" is how lists sort people, not how they are called.
  const turned = /^([^,]+), ([^,]+)$/u.exec(whole ?? "");
  return turned ? `${turned[2]} ${turned[1]}` : whole;
};

const draftOf = (row: TableRow, read: Read, mailsSeen: Set<string>): PersonDraft => {
  const name = nameOf(read);
  const mail = email.safeParse(read("email"));
  const number = phone.safeParse(read("phone"));
  const ageBand = ageBandNamed(read("ageBand"));
  const guardian = {
    guardianName: oneLine(read("guardianName"), 200),
    guardianContact: oneLine(read("guardianContact"), 300),
    guardianAgreed: isTicked(read("guardianAgreed")),
  };
  const problem = ((): PersonProblem | undefined => {
    if (row.uneven) return "uneven";
    if (!name || name.length < 2) return "noName";
    if (read("email").trim() !== "" && !mail.success) return "email";
    if (read("phone").trim() !== "" && !number.success) return "phone";
    if (read("ageBand").trim() !== "" && !ageBand) return "age";
    const agreed = guardian.guardianName && guardian.guardianContact && guardian.guardianAgreed;
    if (ageBand === "under16" && !agreed) return "guardian";
    return mail.success && mailsSeen.has(mail.data) ? "twice" : undefined;
  })();
  if (mail.success) mailsSeen.add(mail.data);
  const digits = read("postcode").replace(/\D/gu, "");
  // Spreadsheets drop the zero that postcodes of Saxony begin with.
  const postcode = digits.length === 4 ? `0${digits}` : digits;
  return {
    line: row.line,
    name: name ?? "",
    email: mail.data,
    phone: number.data,
    ageBand,
    street: oneLine(read("street"), 200),
    postcode: postcode.length === 5 ? postcode : undefined,
    townName: oneLine(read("townName"), 200),
    ...guardian,
    problem,
  };
};

export type PeopleTable =
  | {
      readonly ok: true;
      readonly headings: readonly string[];
      readonly people: readonly { readonly draft: PersonDraft; readonly cells: TableRow["cells"] }[];
    }
  | { readonly ok: false; readonly problem: TableProblem | "noColumns"; readonly line?: number };

/** The people of a table. It needs a column for the name; everything else may be missing. */
export const readPeople = (text: string): PeopleTable => {
  const table = readTable(new TextEncoder().encode(text));
  if (!table.ok) return table;
  const columns: Readonly<Partial<Record<PersonColumn, string>>> = findColumns(table.headings, personColumns);
  if (!columns.name && !columns.lastName) return { ok: false, problem: "noColumns" };
  const mailsSeen = new Set<string>();
  const people = table.rows.map((row) => {
    const read: Read = (name) => (columns[name] === undefined ? "" : (row.cells[columns[name]] ?? ""));
    return { draft: draftOf(row, read, mailsSeen), cells: row.cells };
  });
  return { ok: true, headings: table.headings, people };
};

/** What would become of one row: somebody new, somebody known, somebody who seems to be known, or nothing. */
export type PlannedPerson = {
  readonly draft: PersonDraft;
  readonly state: "new" | "known" | "double" | "wrong";
  readonly problem: PersonProblem | undefined;
  readonly known: { readonly id: PersonId; readonly name: string; readonly hasAccount: boolean } | undefined;
};

type Match = {
  readonly line: number;
  readonly how: "email" | "phone" | "name";
  readonly id: PersonId;
  readonly name: string;
  readonly hasAccount: boolean;
};

const matchesOf = async (ctx: Context, drafts: readonly PersonDraft[]): Promise<readonly Match[]> => {
  const digits = ({ phone: number }: PersonDraft) => number?.replace(/\D/gu, "") ?? null;
  const { rows } = await sql<Match>`
    with drafts as (select * from unnest(${drafts.map(({ line }) => line)}::int[], ${drafts.map(({ name }) => name)}::text[],
        ${drafts.map(({ email: mail }) => mail ?? null)}::citext[], ${drafts.map(digits)}::text[],
        ${drafts.map(({ postcode }) => postcode ?? null)}::text[]) as d(line, name, email, phone, postcode))
    select d.line, 'email' as how, p.id, p.name, p.account_id is not null as "hasAccount"
      from drafts d join people p on p.email = d.email where p.left_at is null
    union all
    select d.line, 'phone', p.id, p.name, p.account_id is not null
      from drafts d join people p on regexp_replace(p.phone, '\\D', '', 'g') = d.phone
      where p.left_at is null and d.phone <> '' and plain_text(p.name) = plain_text(d.name)
    union all
    select d.line, 'name', p.id, p.name, p.account_id is not null
      from drafts d join people p on plain_text(p.name) = plain_text(d.name)
      where p.left_at is null and (d.email is null or p.email is null) and (d.phone is null or p.phone is null)
        and (d.postcode is null or p.postcode is null or p.postcode = d.postcode)
    limit 20000`.execute(ctx.db);
  return rows;
};

const shareAWord = (one: string, other: string): boolean => {
  const words = new Set(plainWords(one).split(" "));
  return plainWords(other)
    .split(" ")
    .some((word) => words.has(word));
};

type Asking = {
  /** Only who is in this pool is known again by the name alone. */
  readonly pool: ReadonlySet<PersonId>;
  /** May see everybody the town knows, so that doubles by name are said. */
  readonly seesAll: boolean;
};

const planOf = (draft: PersonDraft, matches: readonly Match[], { pool, seesAll }: Asking): PlannedPerson => {
  const plan = (state: PlannedPerson["state"], known?: Match, problem = draft.problem): PlannedPerson => ({
    draft,
    state,
    problem,
    known: known && { id: known.id, name: known.name, hasAccount: known.hasAccount },
  });
  if (draft.problem) return plan("wrong");
  const mail = matches.find(({ how }) => how === "email");
  // An address belongs to one person; a second one under it would be a stranger's file.
  if (mail)
    return shareAWord(mail.name, draft.name) ? plan("known", mail) : plan("wrong", undefined, "otherName");
  const number = matches.find(({ how }) => how === "phone");
  if (number) return plan("known", number);
  const names = matches.filter(({ how }) => how === "name");
  const pooled = names.find(({ id }) => pool.has(id));
  if (pooled) return plan("known", pooled);
  const [double] = names;
  return double && seesAll ? plan("double", double) : plan("new");
};

/**
 * What would happen to each row, nothing is written. E-mail and phone number know somebody again; the name alone only
 * in the pool the table is for, elsewhere it is a likely double for whoever may see everybody.
 */
export const planPeople = async (
  ctx: Context,
  drafts: readonly PersonDraft[],
  asking: Asking,
): Promise<readonly PlannedPerson[]> => {
  const matches = Map.groupBy(await matchesOf(ctx, drafts), ({ line }) => line);
  return drafts.map((draft) => planOf(draft, matches.get(draft.line) ?? [], asking));
};
