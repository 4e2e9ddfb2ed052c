import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    for: "It shows the objective",
    forMeasure: "It shows the measure",
    trend: "{title}: began at {baseline}, last {last}, target {target} until {until}.",
    measured: "measured",
    planned: "even way to the target",
    target: "target",
    values: "All values with day and source",
    day: "Day",
    value: "Value",
    source: "Source",
    began: "Beginning",
    aim: "Target",
    expected: "On the even way it would have been {expected} on that day.",
    kind: "Indicator {number} · {field}",
    measuredHeading: "What was measured",
    better: "Direction",
  },
  { de },
);
