import type { Context } from "#core/context.ts";
import { dayAndTime, dayWithYear } from "#core/date.ts";
import { renderMarkdown } from "#core/markdown.ts";
import type { Meeting } from "#modules/consortium/meetings/queries.ts";
import { paths } from "#modules/consortium/paths.ts";
import type { ResolutionRow } from "#modules/consortium/resolutions/queries.ts";
import { ResolutionItems } from "#modules/consortium/resolutions/views.tsx";
import type { ConsortiumRow, OfficeRow, SeatRow } from "#modules/consortium/seats/queries.ts";
import { ownerOf, type TaskRow } from "#modules/consortium/tasks/queries.ts";
import type { TopicRow } from "#modules/consortium/topics/queries.ts";
import { officeKindName, sectorName, sectors, topicKindName } from "#modules/consortium/vocabulary.ts";
import type { GroupRow } from "#modules/network/groups/queries.ts";
import { paths as network } from "#modules/network/paths.ts";
import { Pairs, SectorSign } from "#ui/facts.tsx";
import { Actions, Columns, Empty, Prose, Section, Stack, Title } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";

type Base = { readonly ctx: Context };

export type FrontProps = Base & {
  readonly consortium: ConsortiumRow | undefined;
  readonly seats: readonly SeatRow[];
  readonly offices: readonly OfficeRow[];
  readonly next: Meeting | undefined;
  readonly resolutions: readonly ResolutionRow[];
  readonly topics: readonly TopicRow[];
  readonly tasks: readonly TaskRow[];
  readonly groups: readonly GroupRow[];
  readonly runs: boolean;
  readonly sits: boolean;
};

const Offices = ({ ctx, offices }: Pick<FrontProps, "ctx" | "offices">) => {
  const words = say(ctx);
  return (
    <Section id="vorsitz" heading={words("patron")}>
      <Pairs
        pairs={offices.map(({ kind, name, words: about, startsOn, endsOn }) => {
          const term = { office: officeKindName(ctx, kind), day: dayWithYear(ctx, startsOn) };
          return [
            endsOn ? words("termUntil", { ...term, until: dayWithYear(ctx, endsOn) }) : words("term", term),
            [name || words("unnamed"), about].filter(Boolean).join(", "),
          ];
        })}
      />
    </Section>
  );
};

const peopleOf = ({ holders }: SeatRow): string =>
  holders
    .map(({ name }) => name)
    .filter(Boolean)
    .join(", ");

/** The seats of a sector under its sign; people only where they agreed to be named. */
const Seats = ({ ctx, seats }: Pick<FrontProps, "ctx" | "seats">) => {
  const words = say(ctx);
  return (
    <Section id="sitze" heading={words("seats")}>
      <Stack>
        <p class="al-soft">{words("seatsText")}</p>
        <Columns>
          {sectors.map((sector) => (
            <div>
              <h3>
                <SectorSign sector={sector} /> {sectorName(ctx, sector)}
              </h3>
              <ul>
                {seats
                  .filter((seat) => seat.sector === sector)
                  .map((seat) => (
                    <li>
                      {seat.organization ?? seat.title}
                      {seat.organization && seat.organization !== seat.title && ` (${seat.title})`}
                      {!seat.voting && `, ${words("advises")}`}
                      {peopleOf(seat) && <span class="al-soft">: {peopleOf(seat)}</span>}
                    </li>
                  ))}
              </ul>
            </div>
          ))}
        </Columns>
      </Stack>
    </Section>
  );
};

const Work = ({ ctx, next, resolutions, topics, tasks }: FrontProps) => {
  const words = say(ctx);
  return (
    <>
      <Section
        id="sitzung"
        heading={words("next")}
        link={{ href: paths.meetings, label: words("allMeetings") }}
      >
        {next ? (
          <ItemList
            items={[
              {
                title: next.title,
                href: paths.meeting(next.number),
                kind: dayAndTime(ctx, next.startsAt, next.endsAt),
                text: next.whereWords,
              },
            ]}
          />
        ) : (
          <p>{words("nextNone")}</p>
        )}
      </Section>
      <Section
        id="beschluesse"
        heading={words("resolutions")}
        link={{ href: paths.resolutions, label: words("allResolutions") }}
      >
        {resolutions.length === 0 ? (
          <p>{words("nothing")}</p>
        ) : (
          <ResolutionItems ctx={ctx} resolutions={resolutions.slice(0, 4)} />
        )}
      </Section>
      <Section id="offen" heading={words("topics")} link={{ href: paths.topics, label: words("allTopics") }}>
        {topics.length === 0 ? (
          <p>{words("nothing")}</p>
        ) : (
          <ItemList
            items={topics.slice(0, 5).map(({ kind, number, title }) => ({
              title,
              href: paths.topic(number),
              kind: topicKindName(ctx, kind),
            }))}
          />
        )}
      </Section>
      <Section id="aufgaben" heading={words("tasks")} link={{ href: paths.tasks, label: words("allTasks") }}>
        {tasks.length === 0 ? (
          <p>{words("nothing")}</p>
        ) : (
          <ItemList
            items={tasks.slice(0, 5).map((task) => ({
              title: task.title,
              text: words("task", { owner: ownerOf(task), day: dayWithYear(ctx, task.dueOn) }),
            }))}
          />
        )}
      </Section>
    </>
  );
};

const Groups = ({ ctx, groups }: Pick<FrontProps, "ctx" | "groups">) => {
  const words = say(ctx);
  return (
    <Section
      id="gruppen"
      heading={words("groups")}
      link={{ href: network.groups, label: words("allGroups") }}
    >
      <ItemList
        items={groups.slice(0, 5).map(({ slug, name, purpose }) => ({
          title: name,
          href: network.group(slug),
          text: purpose,
        }))}
      />
    </Section>
  );
};

/** The consortium for everybody. */
export const FrontView = (props: FrontProps) => {
  const { ctx, consortium, seats, offices, groups, runs, sits } = props;
  const words = say(ctx);
  return (
    <Stack wide>
      <Title
        {...(consortium ? { kind: words("founded", { day: dayWithYear(ctx, consortium.foundedOn) }) } : {})}
        heading={consortium?.name ?? words("menu")}
        lead={words("lead")}
      />
      {(runs || sits) && (
        <Actions>
          {sits && <a href={paths.mine}>{words("mine")}</a>}
          {runs && <a href={paths.register}>{words("office")}</a>}
        </Actions>
      )}
      {consortium?.purpose && <Prose html={renderMarkdown(consortium.purpose)} />}
      {seats.length === 0 ? (
        <Empty heading={words("none")}>
          <p>{words("noneText")}</p>
        </Empty>
      ) : (
        <Seats ctx={ctx} seats={seats} />
      )}
      {offices.length > 0 && <Offices ctx={ctx} offices={offices} />}
      <Work {...props} />
      {groups.length > 0 && <Groups ctx={ctx} groups={groups} />}
      <Section id="regeln" heading={words("rules")}>
        <p>
          <a href={paths.rules}>{words("rulesText")}</a>
        </p>
      </Section>
    </Stack>
  );
};
