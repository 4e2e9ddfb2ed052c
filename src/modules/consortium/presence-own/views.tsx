import type { Context } from "#core/context.ts";
import { time } from "#core/date.ts";
import type { ProcedureRules } from "#methods/resolution.ts";
import type { Meeting } from "#modules/consortium/meetings/queries.ts";
import { paths } from "#modules/consortium/paths.ts";
import type { SeatPresence } from "#modules/consortium/presence/queries.ts";
import type { OwnSeat } from "#modules/consortium/seats/queries.ts";
import { ActionForm } from "#ui/button.tsx";
import { State } from "#ui/facts.tsx";
import { Actions, Section, Stack } from "#ui/page.tsx";
import { say } from "./messages.ts";

type Props = {
  readonly ctx: Context;
  readonly meeting: Pick<Meeting, "id" | "state">;
  readonly seats: readonly OwnSeat[];
  readonly present: readonly SeatPresence[];
  readonly rules: Pick<ProcedureRules, "deputies" | "remote">;
};
type SeatProps = Omit<Props, "seats" | "present"> & { readonly seat: OwnSeat };

// No form here carries a key: a seat is there once, however often it is pressed.
const Here = ({ ctx, meeting, seat, presence }: SeatProps & { readonly presence: SeatPresence }) => {
  const words = say(ctx);
  const { name, way, cameAt, holderId } = presence;
  const mine = holderId === seat.holderId;
  const said = { seat: seat.title, time: time(ctx, cameAt) };
  return (
    <>
      <p>
        <State kind="yes">
          {mine ? words(way === "remote" ? "hereRemote" : "here", said) : words("other", { ...said, name })}
        </State>
      </p>
      <Actions>
        <ActionForm
          action={paths.ownPresence(meeting.id)}
          label={mine ? words("leave") : words("leaveOther", { name })}
          object={seat.title}
          values={{ was: "leave", seat: seat.id }}
        />
      </Actions>
    </>
  );
};

const Missing = ({ ctx, meeting, seat, rules }: SeatProps) => {
  const words = say(ctx);
  if (seat.part === "deputy" && !rules.deputies) return <p>{words("noDeputy", { seat: seat.title })}</p>;
  const ways = [["room", "come"] as const, ...(rules.remote ? [["remote", "remote"] as const] : [])];
  return (
    <>
      <p>{words("missing", { seat: seat.title })}</p>
      <Actions>
        {ways.map(([way, label]) => (
          <ActionForm
            action={paths.ownPresence(meeting.id)}
            label={words(label)}
            object={seat.title}
            values={{ was: "come", seat: seat.id, way }}
            kind="secondary"
          />
        ))}
      </Actions>
      <p class="al-soft">{rules.remote ? words("next") : `${words("noRemote")} ${words("next")}`}</p>
    </>
  );
};

/** In a running meeting somebody with a seat says by their own phone that they are there, or leave. */
export const OwnPresence = ({ seats, present, ...props }: Props) => {
  if (seats.length === 0 || props.meeting.state !== "running") return null;
  return (
    <Section id="anwesenheit" heading={say(props.ctx)("heading")} space="none">
      <Stack>
        {seats.map((seat) => {
          const presence = present.find(({ seatId }) => seatId === seat.id);
          return (
            <Stack>
              {presence ? (
                <Here {...props} seat={seat} presence={presence} />
              ) : (
                <Missing {...props} seat={seat} />
              )}
            </Stack>
          );
        })}
      </Stack>
    </Section>
  );
};
