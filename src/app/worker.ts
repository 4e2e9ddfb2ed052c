import { readSettings } from "#core/env.ts";
import { startWorker } from "#core/jobs-worker.ts";
import { listPlaces } from "#modules/places/queries.ts";
import { closeOnSignal, openFoundation } from "./foundation.ts";
import { allJobs } from "./jobs.ts";
import { openLog } from "./log.ts";
import { listenToModules } from "./reactions.ts";

/** Works the jobs apart from the web server, which then runs with WORKER=off. */
export const work = async (): Promise<void> => {
  const settings = readSettings(process.env);
  const log = openLog(settings.LOG_LEVEL);
  const { db, connection, close } = await openFoundation(settings, { share: true });
  listenToModules();
  const worker = await startWorker({
    db,
    connection,
    jobs: allJobs(settings),
    places: () => listPlaces(db),
    log,
  });
  log.info({}, "working");
  closeOnSignal(log, async () => {
    await worker.stop();
    await close();
  });
};
