/** Finds and loads the original module, which the addon is compared with. */
import { copyFileSync, existsSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { withDepartures } from "../departures.mjs";

const besideTheRepository = new URL("../../../shared/reference/job-manifest.js", import.meta.url);
const dependencies = new URL("../../node_modules", import.meta.url);

/** The path of the original, or null where there is none. */
export function referencePath() {
  const named = process.env.JOB_MANIFEST_REFERENCE;
  if (named) return named;
  const path = fileURLToPath(besideTheRepository);
  return existsSync(path) ? path : null;
}

/**
 * A copy of the original outside the repository that finds its helpers among this package's
 * dependencies: the URL to import, and what removes the copy.
 */
export function copyReference() {
  const path = referencePath();
  if (path === null) return null;
  const folder = mkdtempSync(join(tmpdir(), "job-manifest-"));
  const copy = join(folder, "job-manifest.mjs");
  copyFileSync(path, copy);
  symlinkSync(fileURLToPath(dependencies), join(folder, "node_modules"), "junction");
  return {
    url: pathToFileURL(copy).href,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The original's `buildJobManifest` with our departures applied, or null if it was not found. */
export async function loadReference(departures) {
  const copy = copyReference();
  if (copy === null) return null;
  try {
    const module = await import(/* @vite-ignore */ copy.url);
    return withDepartures(module.buildJobManifest, departures);
  } finally {
    copy.remove();
  }
}
