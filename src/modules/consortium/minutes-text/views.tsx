import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import type {
  Minutes,
  MinutesCorrection,
  MinutesItem,
  MinutesMotion,
  MinutesTask,
} from "#methods/minutes.ts";
import { presencePartName, presenceWayName } from "#modules/consortium/vocabulary.ts";
import { Pairs } from "#ui/facts.tsx";
import { Section, Stack } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { say } from "./messages.ts";

type Base = { readonly ctx: Context };

const Paragraphs = ({ text }: { readonly text: string }) => (
  <>
    {text
      .split(/\n{2,}/u)
      .filter(Boolean)
      .map((part) => (
        <p>{part}</p>
      ))}
  </>
);

const Head = ({ ctx, head }: Base & Pick<Minutes, "head">) => {
  const words = say(ctx);
  const { day, from, until, where, online, chair, minuteTaker, rules } = head;
  return (
    <Pairs
      pairs={[
        [words("when"), words("time", { day: dayWithYear(ctx, day), from, until })],
        [words("where"), [where, online].filter(Boolean).join(" · ")],
        [words("chair"), chair],
        [words("taker"), minuteTaker],
        [words("rules"), rules === null ? words("rulesStart") : words("rulesVersion", { number: rules })],
      ]}
    />
  );
};

const Roll = ({ ctx, roll }: Base & Pick<Minutes, "roll">) => {
  const words = say(ctx);
  return (
    <Section id="da" heading={words("there")}>
      <Stack>
        <Table
          id="anwesenheit"
          caption={words("thereTable")}
          rows={roll.there}
          columns={[
            {
              heading: words("seat"),
              cell: ({ seat, organization }) => organization ?? seat ?? words("guest"),
            },
            { heading: words("who"), cell: ({ name }) => name || "–" },
            { heading: words("part"), cell: ({ part }) => presencePartName(ctx, part) },
            { heading: words("way"), cell: ({ way }) => presenceWayName(ctx, way) },
            {
              heading: words("time_span"),
              cell: ({ from, until }) => `${from}–${until ?? words("until_end")}`,
            },
          ]}
        />
        {roll.missing.length > 0 && (
          <p>
            {words("missing", {
              seats: roll.missing.map(({ seat, organization }) => organization ?? seat).join(", "),
            })}
          </p>
        )}
      </Stack>
    </Section>
  );
};

const Tasks = ({ ctx, tasks }: Base & { readonly tasks: readonly MinutesTask[] }) => (
  <>
    {tasks.map(({ title, owner, dueOn }) => (
      <p>{say(ctx)("task", { title, owner, day: dayWithYear(ctx, dueOn) })}</p>
    ))}
  </>
);

const Corrections = ({ ctx, corrections }: Base & { readonly corrections: readonly MinutesCorrection[] }) => (
  <>
    {corrections.map(({ seat, state, words, answer }) => (
      <p class="al-soft">
        {say(ctx)("correction", { seat, state, words })} {answer && say(ctx)("answer", { answer })}
      </p>
    ))}
  </>
);

const Motion = ({ ctx, motion }: Base & { readonly motion: MinutesMotion }) => {
  const words = say(ctx);
  return (
    <div class="al-stack">
      <h3>{words("motion", { title: motion.title })}</h3>
      {motion.proposedBy && <p class="al-soft">{words("by", { seat: motion.proposedBy })}</p>}
      <Paragraphs text={motion.wording} />
      {motion.votes.map(({ method, sentence, voices }) => (
        <>
          <p>
            <b>{method}.</b> {sentence}
          </p>
          {voices.length > 0 && (
            <p class="al-soft">{voices.map((voice) => words("voice", voice)).join("; ")}</p>
          )}
        </>
      ))}
      {motion.votes.length === 0 && <p>{motion.state}</p>}
    </div>
  );
};

const Item = ({ ctx, item }: Base & { readonly item: MinutesItem }) => {
  const words = say(ctx);
  const { number, title } = item;
  const hidden = title === "";
  return (
    <Section
      id={`punkt-${number}`}
      heading={words("item", { number, title: title || words("hidden") })}
      aside={!item.public && !hidden ? words("hidden") : undefined}
    >
      <Stack>
        {hidden && <p>{words("hiddenText")}</p>}
        <Paragraphs text={item.words} />
        {item.conflicts.map((conflict) => (
          <p>{words("conflict", conflict)}</p>
        ))}
        {item.motions.map((motion) => (
          <Motion ctx={ctx} motion={motion} />
        ))}
        {item.resolutions.map((resolution) => (
          <p>
            <b>{words("resolution", resolution)}</b>
          </p>
        ))}
        <Tasks ctx={ctx} tasks={item.tasks} />
        <Corrections ctx={ctx} corrections={item.corrections} />
      </Stack>
    </Section>
  );
};

/** Minutes to read, in the order of the agenda. */
export const MinutesText = ({ ctx, minutes }: Base & { readonly minutes: Minutes }) => (
  <>
    <Head ctx={ctx} head={minutes.head} />
    <Roll ctx={ctx} roll={minutes.roll} />
    {minutes.items.map((item) => (
      <Item ctx={ctx} item={item} />
    ))}
    {minutes.head.tasks.length > 0 && (
      <Section id="aufgaben" heading={say(ctx)("other")}>
        <Tasks ctx={ctx} tasks={minutes.head.tasks} />
      </Section>
    )}
    <Corrections ctx={ctx} corrections={minutes.head.corrections} />
  </>
);
