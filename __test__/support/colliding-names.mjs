/**
 * Names of one hash: valid names of variables which all have the same 64 bits in rustc's FxHash
 * (rustc-hash 2), a hash function with fixed seeds.
 *
 * It reads 16 bytes at a time, and after each keeps 64 bits of them. Here are two texts of 16 bytes
 * for each step after which those bits are the same, so any choice of one from each row gives a name
 * with the hash of all others. Each row took some seconds to find: two walks over random texts meet
 * after 2^32 steps.
 */
const ROWS = [
  ["CMIGAACEMOKNOFGE", "PJKBEDMFPHNHPMKL"],
  ["GJPAPPLGHPCKMHPO", "PNLNIEFBFCHMGGKP"],
  ["OFGHDNHJPLLKDFLB", "ELCANJOLFHPJDMDI"],
  ["MKAOCKBJLHKBGELE", "DJFHBPMAPOEAINAL"],
  ["ABDHGKBJCLDKOLCN", "IAMAPEDKLNDDPAKL"],
  ["FIGAGGMAJCIIAJON", "PIFHNFDBCBKDNEGK"],
  ["NLBBOFOMIMBDLHIO", "CCDBCHPDDGIIDCCE"],
  ["ENOOIDOAAKBEAFJG", "NKHJGPKGFKLDAPEN"],
  ["KLOJAPOFOCLJFIFC", "OBAICAAMJDPLKIKP"],
  ["EJACHFKFLJJCAIPC", "DNAPCJIOHBCAMAKF"],
  ["OIDNIBLGMNHMDPHO", "PKDEPBBIEEIJNABB"],
  ["DLCILJOJJLGEGDMO", "FDENGPNKCBAAGLIF"],
  ["IBBNGNNFAMMEJPGK", "CFFFCGHJDNGEHBGE"],
  ["LPONDEDIDEJFBNEG", "MIPABHMMGAAPHPAE"],
  ["AILLOILDCHOBDMFG", "OAHDNOEJJBDFNLBM"],
  ["JEOGCJCAGKGBILOJ", "LKNNCAIIDDFMHOKK"],
  ["KNDFBGLNDKLHMHOG", "DNLFNJEMBGBKNFPL"],
  ["OGODNDPKADOLJDHM", "GPNEMOINABONOOCC"],
];

/** The last 16 bytes are hashed in another way, so they are the same in all names. */
const END = "NAME_OF_ONE_HASH";

/** As many names of one hash, at most 2^18. */
export const namesOfOneHash = (count) =>
  Array.from({ length: count }, (_, index) =>
    ROWS.map((row, at) => row[(index >> at) & 1])
      .join("")
      .concat(END),
  );

/** As many names of one hash in UTF-16: the first four units make what follows them count nothing. */
export const wideNamesOfOneHash = (count) =>
  Array.from({ length: count }, (_, index) => {
    const units = [index & 0xff, index >> 8, 0, 0].map((unit) => unit + 0x4e00);
    return `\u08d3\u85a3\u6a88\u243f${String.fromCharCode(...units)}ABCDEFGH`;
  });

const MASK = 2n ** 64n - 1n;

/** The 128 bits of a product, folded. */
function mix(left, right) {
  const product = (left & MASK) * (right & MASK);
  return (product & MASK) ^ (product >> 64n);
}

/** FxHash of more than 16 bytes, before the last multiplication, which is the same for all. */
export function fxHash(bytes) {
  const word = (at) => bytes.readBigUInt64LE(at);
  let [first, second] = [0x243f6a8885a308d3n, 0x13198a2e03707344n];
  for (let at = 0; at < bytes.length - 16; at += 16) {
    const mixed = mix(first ^ word(at), 0xa4093822299f31d0n ^ word(at + 8));
    [first, second] = [second, mixed];
  }
  const end = bytes.length - 16;
  return mix(first ^ word(end), second ^ word(end + 8)) ^ BigInt(bytes.length);
}
