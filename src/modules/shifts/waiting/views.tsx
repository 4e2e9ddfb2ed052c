import type { Context } from "#core/context.ts";
import { dayAndTime } from "#core/date.ts";
import { paths } from "#modules/shifts/paths.ts";
import type { Place } from "#modules/shifts/places/queries.ts";
import { ActionForm } from "#ui/button.tsx";
import { Pairs } from "#ui/facts.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Stack, Title } from "#ui/page.tsx";
import { say } from "./messages.ts";
import type { Offered } from "./queries.ts";

export type Ending =
  | "done_confirmed"
  | "done_asked"
  | "done_canceled"
  | "refused_answered"
  | "refused_expired";

type Props = {
  readonly ctx: Context;
  readonly token: string;
  readonly offered: Offered;
  readonly place: Place;
  readonly formKey: string;
  readonly ending: Ending | undefined;
};

const Ended = ({ ctx, place, ending }: Pick<Props, "ctx" | "place"> & { readonly ending: Ending }) => {
  const words = say(ctx);
  return (
    <Notice ctx={ctx} kind={ending.startsWith("done") ? "success" : "warning"} heading={words(ending)}>
      <p>{words(`${ending}Text`)}</p>
      <Actions>
        <a href={paths.mine}>{words("mine")}</a>
        <a href={paths.choose(place.slug)}>{words("others")}</a>
      </Actions>
    </Notice>
  );
};

/** The one question behind the link of a mail, with two buttons; looking changes nothing. */
export const FreePlacePage = ({ ctx, token, offered, place, formKey, ending }: Props) => {
  const words = say(ctx);
  const { party, offerExpiresAt } = offered;
  const button = { action: paths.freePlace(token), object: `${place.role}, ${place.offer}` };
  const where = [place.whereText, place.street, place.townName].filter(Boolean).join(", ");
  return (
    <Stack wide>
      <Title
        kind={place.organization}
        heading={ending ? place.offer : words("heading")}
        lead={ending ? undefined : words("lead")}
      />
      {ending && <Ended ctx={ctx} place={place} ending={ending} />}
      <Pairs
        pairs={[
          [words("when"), dayAndTime(ctx, place.startsAt, place.endsAt)],
          [words("role"), [place.role, place.title].filter(Boolean).join(", ")],
          [words("where"), where],
          [words("from"), <a href={paths.offer(place.slug)}>{place.offer}</a>],
          [words("howMany"), party > 1 && words("places", { n: party })],
          [words("until"), !ending && offerExpiresAt && dayAndTime(ctx, offerExpiresAt)],
        ]}
      />
      {!ending && (
        <>
          <Actions>
            <ActionForm
              {...button}
              formKey={`${formKey}y`}
              label={words("accept")}
              kind="primary"
              values={{ antwort: "accept" }}
            />
            <ActionForm
              {...button}
              formKey={`${formKey}n`}
              label={words("decline")}
              kind="secondary"
              values={{ antwort: "decline" }}
            />
          </Actions>
          <p class="al-soft">{words("next")}</p>
        </>
      )}
    </Stack>
  );
};
