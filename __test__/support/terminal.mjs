/** Loaded with `--import`: has `process.stdout` answer like Node's terminals about its colours. */
import { WriteStream } from "node:tty";

const { hasColors, getColorDepth } = WriteStream.prototype;
Object.assign(process.stdout, { hasColors, getColorDepth });
