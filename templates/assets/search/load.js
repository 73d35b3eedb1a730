// Fetches the search's files, which are gzipped JSON.

/** A file of the archive that could not be had. */
export class LoadError extends Error {
  constructor(url, status) {
    super(`${url}: ${status}`);
    this.name = "LoadError";
    /** The HTTP status; 0 when there was no answer. */
    this.status = status;
  }
}

/** The bytes of a file, unzipped. */
export async function load(url) {
  let response;
  try {
    response = await fetch(url);
  } catch {
    throw new LoadError(url, 0);
  }
  if (!response.ok) throw new LoadError(url, response.status);
  const bytes = new Uint8Array(await response.arrayBuffer());
  // Some servers say of a .gz file that it is only its encoding; then it is unzipped already.
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

export async function loadJson(url) {
  return JSON.parse(new TextDecoder().decode(await load(url)));
}
