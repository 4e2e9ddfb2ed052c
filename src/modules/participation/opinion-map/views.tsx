import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import { percent } from "#core/number.ts";
import type { Findings } from "#methods/opinion-findings.ts";
import { fewestPeople } from "#methods/opinion-groups.ts";
import { textOf } from "#modules/participation/opinions/queries.ts";
import { paths } from "#modules/participation/paths.ts";
import type { OpinionRound, Statement } from "#modules/participation/schema.ts";
import { moderationReasonName } from "#modules/participation/vocabulary.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import { OpinionPlane } from "#ui/opinions.tsx";
import { Actions, Empty, Section, Title } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";

type Props = {
  readonly ctx: Context;
  readonly round: OpinionRound;
  readonly result: Findings | undefined;
  readonly statements: readonly Statement[];
};

type Shown = Props & { readonly result: Findings };

const nameOf = (group: number): string => String.fromCodePoint(65 + group);

const wordsOf = ({ ctx, statements }: Pick<Props, "ctx" | "statements">, number: string): string => {
  const statement = statements.find((one) => String(one.number) === number);
  return statement ? textOf(statement, ctx.language).text : number;
};

type LinesProps = Shown & { readonly id: "uniting" | "dividing" };

const share = (ctx: Context, { agreed, said }: { readonly agreed: number; readonly said: number }): string =>
  said === 0 ? "–" : percent(ctx, agreed / said);

const Lines = (props: LinesProps) => {
  const { ctx, result, id } = props;
  const words = say(ctx);
  const rows = result[id];
  return (
    <Section id={id === "uniting" ? "verbindet" : "trennt"} heading={words(id)}>
      <p>{words(rows.length === 0 ? `${id}None` : `${id}Text`)}</p>
      {rows.length > 0 && (
        <Table
          id={`tabelle-${id}`}
          caption={
            <span class="al-hidden">{words(id === "uniting" ? "tableUniting" : "tableDividing")}</span>
          }
          rows={rows}
          columns={[
            { heading: words("statement"), cell: ({ statement }) => wordsOf(props, statement) },
            ...result.groups.map((_, group) => ({
              heading: words("groupShort", { name: nameOf(group) }),
              cell: ({ groups }: (typeof rows)[number]) =>
                share(ctx, groups[group] ?? { agreed: 0, said: 0 }),
              number: true,
            })),
            { heading: words("everybody"), cell: ({ all }) => share(ctx, all), number: true },
          ]}
        />
      )}
    </Section>
  );
};

const Groups = (props: Shown) => {
  const { ctx, result } = props;
  const words = say(ctx);
  return (
    <Section id="gruppen" heading={words("represents")}>
      {result.groups.map(({ size, representative }, group) => (
        <>
          <h3>{words("group", { name: nameOf(group), n: size })}</h3>
          <ItemList
            items={representative.map(({ statement, direction, successes, trials }) => ({
              kind: words(direction === "agree" ? "agrees" : "disagrees"),
              title: wordsOf(props, statement),
              text: words("ofThem", { count: successes, all: trials }),
            }))}
          />
        </>
      ))}
    </Section>
  );
};

const Everybody = (props: Shown) => {
  const { ctx, result } = props;
  const words = say(ctx);
  return (
    <Section id="alle" heading={words("consensus")}>
      {result.consensus.length === 0 ? (
        <p>{words("consensusNone")}</p>
      ) : (
        <ItemList
          items={result.consensus.map(({ statement, direction, successes, trials }) => ({
            kind: words(direction === "agree" ? "agrees" : "disagrees"),
            title: wordsOf(props, statement),
            text: words("ofAll", { count: successes, all: trials }),
          }))}
        />
      )}
    </Section>
  );
};

const Picture = ({ ctx, result }: Shown) => {
  const words = say(ctx);
  const [first, second] = result.explained;
  const names = result.groups.map((_, group) => words("groupShort", { name: nameOf(group) }));
  const counts = { map: result.onMap, count: names.length };
  return (
    <Section id="bild" heading={words("picture")}>
      <p>{words("pictureText", { share: percent(ctx, first + second) })}</p>
      <OpinionPlane
        points={result.points}
        names={names}
        description={words(names.length > 0 ? "pictureLabel" : "pictureLabelNone", counts)}
      />
    </Section>
  );
};

const How = ({ ctx, round, result }: Shown) => {
  const words = say(ctx);
  return (
    <Section id="rechnung" heading={words("how")}>
      <p>{words("howText", { n: result.people, stability: percent(ctx, Math.max(0, result.stability)) })}</p>
      {round.computedAt && <p>{words("computedAt", { day: dayWithYear(ctx, round.computedAt) })}</p>}
      {round.resultHash && (
        <p>
          {words("hash")} <code class="al-hash">{round.resultHash}</code>
        </p>
      )}
      <p>
        <a href={paths.roundData(round.slug)}>{words("data")}</a>
      </p>
      <p>{words("repeat")}</p>
    </Section>
  );
};

const NotYet = ({ ctx, round, result }: Pick<Props, "ctx" | "round" | "result">) => {
  const words = say(ctx);
  const map = result?.onMap ?? 0;
  const n = Math.max(round.participantCount, result?.people ?? 0);
  return (
    <Notice ctx={ctx} heading={words("notYet")}>
      {!result && n >= fewestPeople && words("notYetCounted", { n })}
      {(result || n < fewestPeople) &&
        (map < fewestPeople ? words("notYetFew", { n, map }) : words("notYetUnsure", { n }))}
    </Notice>
  );
};

/** The map: in words first, then as a picture. */
export const MapView = (props: Props) => {
  const { ctx, round, result } = props;
  const words = say(ctx);
  return (
    <>
      <Title
        kind={words("kind")}
        heading={round.title}
        lead={
          result?.stable
            ? words("found", { n: result.people, map: result.onMap, count: result.groups.length })
            : round.question
        }
      />
      {!result?.stable && <NotYet {...props} />}
      {round.state === "open" && (
        <Actions>
          <ButtonLink href={paths.round(round.slug)}>{words("take")}</ButtonLink>
        </Actions>
      )}
      {result?.stable && (
        <>
          <Lines {...props} result={result} id="uniting" />
          <Lines {...props} result={result} id="dividing" />
          <Groups {...props} result={result} />
        </>
      )}
      {result && (
        <>
          <Everybody {...props} result={result} />
          <Picture {...props} result={result} />
          <How {...props} result={result} />
        </>
      )}
      <p>
        <a href={paths.roundModeration(round.slug)}>{words("moderation")}</a>
      </p>
    </>
  );
};

type Declined = {
  readonly number: number;
  readonly action: "hidden" | "shown";
  readonly reason: Parameters<typeof moderationReasonName>[1];
  readonly words: string;
  readonly madeAt: Date;
};

/** What was not taken, with its reasons, for everybody. */
export const DeclinedView = ({
  ctx,
  round,
  declined,
}: Pick<Props, "ctx" | "round"> & { readonly declined: readonly Declined[] }) => {
  const words = say(ctx);
  return (
    <>
      <Title kind={round.title} heading={words("moderation")} lead={words("moderationLead")} />
      {declined.length === 0 ? (
        <Empty heading={words("moderationNone")} />
      ) : (
        <ItemList
          items={declined.map((one) => ({
            title:
              one.action === "shown"
                ? words("shown", { n: one.number })
                : words("hidden", { n: one.number, reason: moderationReasonName(ctx, one.reason) }),
            text: one.words,
            kind: dayWithYear(ctx, one.madeAt),
          }))}
        />
      )}
    </>
  );
};
