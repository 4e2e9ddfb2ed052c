import type { Context } from "#core/context.ts";
import { addTopic } from "#modules/consortium/topics/commands.ts";
import { CommitmentInput, offerCommitment } from "#modules/strategy/commitments/commands.ts";
import { addField, placeObjective } from "#modules/strategy/fields/commands.ts";
import { findField, objectiveOf } from "#modules/strategy/fields/queries.ts";
import { addIndicator, addValue } from "#modules/strategy/indicators/commands.ts";
import { addMeasure, addMilestone } from "#modules/strategy/measures/commands.ts";
import { formOf, type Makers, made } from "./made.ts";

const [startsOn, dueOn] = ["2026-01-01", "2030-12-31"];

/** Numbers begin anew in every town: the second one counts on, so that no number of an address is there twice. */
const last = async <T>(office: Context, make: () => Promise<T>): Promise<T> =>
  office.place.slug === "musterstadt" ? make() : make().then(make);

const measureThings = async (office: Context) => {
  const actionField = await addField(office, { title: `Betriebe in ${office.place.name}`, words: "" });
  const topic = made(
    await addTopic(office, { kind: "objective", title: "Zwanzig Betriebe", words: "", parentId: null }),
  );
  made(await placeObjective(office, topic.id, actionField));
  const measure = await last(office, async () =>
    made(
      await addMeasure(office, {
        title: "Stammtisch",
        words: "",
        topicId: objectiveOf(topic.id),
        organizationId: null,
        ownerWords: "Stadt",
        budgetCents: null,
        budgetWords: "",
        startsOn,
        dueOn,
        public: true,
      }),
    ),
  );
  const measureMilestone = await addMilestone(office, measure.id, { title: "Einladung", dueOn });
  return { actionField, measure: measure.id, measureNumber: String(measure.number), measureMilestone };
};

/** A field with an objective, a measure for it, an indicator that shows it, and what the club promised. */
export const planThings = async ({ office, club }: Makers) => {
  const things = await measureThings(office);
  const indicator = await last(office, () =>
    addIndicator(office, {
      topicId: null,
      measureId: things.measure,
      title: "Betriebe",
      unit: "Betriebe",
      direction: "up",
      baseline: 1,
      baselineOn: "2025-01-01",
      baselineSource: "Liste",
      target: 20,
      targetOn: dueOn,
    }),
  );
  const value = { value: 3, measuredOn: "2026-01-02", source: "Liste" };
  const promise = formOf(office, CommitmentInput, {
    kind: "hours",
    amount: "40",
    words: "Zwei Leute",
    startsOn,
    endsOn: dueOn,
  });
  const field = await findField(office, things.actionField);
  return {
    ...things,
    fieldSlug: field?.slug ?? "",
    indicator: indicator.id,
    indicatorNumber: String(indicator.number),
    indicatorValue: made(await addValue(office, indicator.id, value)),
    measureCommitment: made(await offerCommitment(office, things.measure, club, promise)),
  };
};
