import { expect, test } from "vitest";
import { startThread } from "./thread.ts";

const plan = {
  kind: "anlaufstelle-plan",
  roles: [{ id: "bar" }],
  helpers: [{ id: "anna" }],
  shifts: [
    {
      ...{ id: "early", from: "2027-06-11T10:00:00Z", to: "2027-06-11T12:00:00Z" },
      ...{ day: "2027-06-11", week: "2027-06-07" },
    },
  ],
  needs: [{ id: "need", shift: "early", role: "bar", minimum: 1, maximum: 1 }],
  wishes: [{ helper: "anna", need: "need", preference: 3 }],
};

test("a thread answers its task while the house goes on", async () => {
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 1);
  const { answer } = startThread("solver", { plan, timeLimitSeconds: 10 });
  expect(await answer).toMatchObject({ assignments: [["anna", "need"]], optimal: true });
  clearInterval(timer);
  expect(turns).toBeGreaterThan(3);
});

test("a task it does not understand is an error, not silence", async () => {
  await expect(startThread("solver", { plan: {}, timeLimitSeconds: 10 }).answer).rejects.toThrow();
});

test("a thread that is ended gives no answer", async () => {
  const thread = startThread("solver", { plan, timeLimitSeconds: 10 });
  await thread.end();
  await expect(thread.answer).rejects.toThrow("ended without an answer");
});
