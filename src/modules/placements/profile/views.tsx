import type { Context } from "#core/context.ts";
import { dayOnly, dayWithYear } from "#core/date.ts";
import { partsIn } from "#methods/week-parts.ts";
import { paths as courses } from "#modules/courses/paths.ts";
import type { Wish } from "#modules/opportunities/schema.ts";
import { dayName, days, parts, rhythmName, skillName } from "#modules/opportunities/vocabulary.ts";
import { fieldName, targetGroupName } from "#modules/organizations/vocabulary.ts";
import type { ConsentRow } from "#modules/people/consents/queries.ts";
import { paths as people } from "#modules/people/paths.ts";
import type { Person } from "#modules/people/schema.ts";
import { ageBandName, contactWayName, personLanguageName, purposeName } from "#modules/people/vocabulary.ts";
import { Pairs } from "#ui/facts.tsx";
import { telephone } from "#ui/link.ts";
import { Stack } from "#ui/page.tsx";
import { type Moment, Timeline } from "#ui/timeline.tsx";
import { File, FilePart } from "#ui/work.tsx";
import { say } from "./messages.ts";

export type ProfileProps = {
  readonly ctx: Context;
  readonly person: Person;
  readonly wish?: Wish | undefined;
  readonly consents: readonly ConsentRow[];
  readonly viewers: readonly string[];
  readonly deleteOn: string;
  readonly moments: readonly Moment[];
};

const Reach = ({ ctx, person }: Pick<ProfileProps, "ctx" | "person">) => {
  const { phone, email, reachable } = person;
  if (!phone && !email) return <>{reachable ?? say(ctx)("noContact")}</>;
  return (
    <>
      {phone && <a href={telephone(phone)}>{phone}</a>}
      {phone && email && <br />}
      {email && <a href={`mailto:${email}`}>{email}</a>}
      <br />
      {[contactWayName(ctx, person.contactBy), reachable].filter(Boolean).join(", ")}
    </>
  );
};

/** "Di, Do nachmittags; Sa vormittags" */
const timeWords = (ctx: Context, times: number): string => {
  const numbers = partsIn(times);
  return parts
    .map((_, part) => {
      const on = days.filter((_name, day) => numbers.includes(day * parts.length + part));
      if (on.length === 0) return "";
      return say(ctx)(`days_${part as 0 | 1 | 2}`, {
        days: on.map((name) => dayName(ctx, name).slice(0, 2)).join(", "),
      });
    })
    .filter(Boolean)
    .join("; ");
};

const guardianWords = (ctx: Context, person: Person): string | undefined => {
  if (person.ageBand !== "under16") return undefined;
  const words = say(ctx);
  const { guardianName: name, guardianContact: contact, guardianAgreedAt } = person;
  if (!name || !contact) return words("guardianMissing");
  return guardianAgreedAt
    ? words("guardianAgreed", { name, contact, day: dayOnly(ctx, guardianAgreedAt) })
    : words("guardianOpen", { name, contact });
};

const wishWords = (ctx: Context, wish: Wish): string =>
  [
    ...wish.rhythms.map((code) => rhythmName(ctx, code)),
    ...wish.skills.map((code) => skillName(ctx, code)),
    ...wish.targetGroups.map((code) => targetGroupName(ctx, code)),
    ...wish.fields.map((code) => fieldName(ctx, code)),
  ].join(", ");

const avoidWords = (ctx: Context, { notThese }: Wish): string =>
  notThese.map((code) => targetGroupName(ctx, fieldName(ctx, code))).join(", ");

const consentWords = (ctx: Context, consents: readonly ConsentRow[]): string => {
  const given = consents.filter(({ withdrawnAt }) => withdrawnAt === null);
  if (given.length === 0) return say(ctx)("noConsents");
  return given
    .map(({ purpose, givenAt }) =>
      say(ctx)("consentSince", { purpose: purposeName(ctx, purpose), day: dayOnly(ctx, givenAt) }),
    )
    .join("; ");
};

const Facts = ({ ctx, person, wish, consents }: ProfileProps) => {
  const words = say(ctx);
  return (
    <Pairs
      pairs={[
        [words("reachable"), <Reach ctx={ctx} person={person} />],
        [
          words("lives"),
          [person.street, [person.postcode, person.townName].filter(Boolean).join(" ")]
            .filter(Boolean)
            .join(", "),
        ],
        [words("age"), person.ageBand && ageBandName(ctx, person.ageBand)],
        [words("language"), person.language !== "de" && personLanguageName(ctx, person.language)],
        [words("guardian"), guardianWords(ctx, person)],
        [words("time"), wish && timeWords(ctx, wish.times)],
        [words("wants"), wish && wishWords(ctx, wish)],
        [words("notThese"), wish && avoidWords(ctx, wish)],
        [words("ownWords"), wish?.words && `„${wish.words}“`],
        [words("consents"), consentWords(ctx, consents)],
        [words("note"), person.note],
      ]}
    />
  );
};

/** The person beside their file, and what happened with them. */
export const Profile = (props: ProfileProps) => {
  const { ctx, person, viewers, deleteOn, moments } = props;
  const words = say(ctx);
  const { name } = person;
  const seen =
    viewers.length > 0
      ? words("seenBy", { names: viewers.join(", "), name })
      : words("seenByNobody", { name });
  return (
    <File heading={words("file")} foot={`${seen} ${words("deleteOn", { day: dayWithYear(ctx, deleteOn) })}`}>
      <Stack>
        <Facts {...props} />
        <p class="al-small">
          <a href={people.edit(person.id)}>{words("edit")}</a> ·{" "}
          <a href={people.personConsents(person.id)}>{words("editConsents")}</a> ·{" "}
          <a href={courses.person(person.id)}>{words("qualifications")}</a>
          {person.accountId === null && (
            <>
              {" "}
              · <a href={people.code(person.id)}>{words("code")}</a>
            </>
          )}
        </p>
      </Stack>
      <FilePart heading={words("history")}>
        <Timeline ctx={ctx} moments={moments} />
      </FilePart>
    </File>
  );
};
