// How numbers and dates are said in the language of the interface. The messages, in all modules, are
// put into that language when the site is built (jianbao/site/modules.py): a call of `_` or `_p`
// becomes a text, one of `_n` the forms of a text for `counted`.

const LANGUAGE = document.documentElement.lang;
const plurals = new Intl.PluralRules(LANGUAGE);
const numbers = new Intl.NumberFormat(LANGUAGE);

const MONTHS = [
  ...[_("1月"), _("2月"), _("3月"), _("4月"), _("5月"), _("6月")],
  ...[_("7月"), _("8月"), _("9月"), _("10月"), _("11月"), _("12月")],
];

/** 12,345 */
export function thousands(number) {
  return numbers.format(number);
}

/** A message with values for its names: `{year}`, or of a long value its beginning, `{name:.3}`. */
export function filled(message, values) {
  return message.replace(/\{(\w+)(?::\.(\d+))?\}/g, (whole, name, length) =>
    String(values[name]).slice(0, length ?? Infinity),
  );
}

/** A message in the form that goes with a number, which is its `{count}`. */
export function counted(forms, number, values = {}) {
  const form = forms[plurals.select(number)] ?? forms.other;
  return filled(form, { count: thousands(number), ...values });
}

/** 2023-02-20 as 2023年2月20日. */
export function longDate(iso) {
  const [year, month, day] = iso.split("-").map(Number);
  return filled(_("{year}年{month}月{day}日"), { year, month, day, month_name: MONTHS[month - 1] });
}

/** 2023-02 as 2023年2月. */
export function monthOfYear(iso) {
  const [year, month] = iso.split("-").map(Number);
  return filled(_("{year}年{month}月"), { year, month, month_name: MONTHS[month - 1] });
}

/** Names one after the other, as the language lists them. */
export function listed(names) {
  return names.join(_("、"));
}
