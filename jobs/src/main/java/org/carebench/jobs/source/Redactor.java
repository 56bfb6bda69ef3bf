package org.carebench.jobs.source;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes personal identifiers out of free text before it lands: e-mail addresses, telephone numbers, and record, insurance
 * and social security numbers, in English, Spanish, French, German and Portuguese words. It would rather take out a harmless
 * number than leave a personal one; years and what stands in a web address stay.
 */
public final class Redactor {

    private static final String EMAIL_MARK = "[e-mail]";
    private static final String PHONE_MARK = "[phone]";
    private static final String RECORD_MARK = "[record number]";

    private static final int NHS_DIGITS = 10;
    private static final int NHS_MODULUS = 11;

    private static final Pattern EMAIL = pattern(
            "(?<![\\p{L}\\p{N}._%+'-])[\\p{L}\\p{N}._%+'-]++\\s?+(?:@|\\(at\\)|\\[at])\\s?[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+");

    private static final Pattern WEB_ADDRESS = pattern("(?:https?://|www\\.)\\S+");

    /** A word for a record, words and signs that may stand between, then a number of at least four digits that is no year. */
    private static final Pattern RECORD = pattern("(?<!\\p{L})(?:"
            + "mrn|nhs|nino|ssn|ni|nss|nir|cpf|medicare|medicaid|insurance|policy|member|patient|record|hospital|case|claim"
            + "|reference|ref|(?:national )?insurance|social security|expediente|historia(?: cl[ií]nica)?"
            + "|seguro(?: social)?|seguridad social|p[oó]liza|paciente|prontu[aá]rio|dossier|s[eé]curit[eé] sociale|assur[eé]"
            + "|num[eé]ro|n[uú]mero|aktenzeichen|\\p{L}{0,20}(?:patienten|versicherten|versicherungs|fall|akten|kranken)\\p{L}{0,20}"
            + ")(?:[ .:#=-]{0,3}(?:number|num|record|id|no|nr|ref|reference|n[.]?[ºo°]|n°|nummer|num[eé]ro|n[uú]mero|de|del"
            + "|da|du|is|was|es|est|ist|cl[ií]nica|dossier|social|sociale))*+[ .:#=-]{0,4}+"
            + "(?!(?:19|20)\\p{N}{2}(?:\\s?[-–/]\\s?(?:(?:19|20)?\\p{N}{2}))?(?![\\p{N}]|[ -]\\p{N}{3}))"
            + "\\p{L}{0,3}[ -]?\\p{N}(?:[ ./-]?\\p{N}){3,}(?:[ -]?\\p{L}(?!\\p{L}))?");

    /** US social security numbers, British national insurance numbers, French insurance numbers. */
    private static final Pattern NATIONAL_ID = pattern(
            "(?<![\\p{N}-])\\p{N}{3}[- ]\\p{N}{2}[- ]\\p{N}{4}(?![\\p{N}-])"
                    + "|(?<!\\p{L})[A-CEGHJ-PR-TW-Z]{2} ?\\p{N}{2} ?\\p{N}{2} ?\\p{N}{2} ?[A-D](?!\\p{L})"
                    + "|(?<!\\p{N})[12] ?\\p{N}{2} ?[01]\\p{N} ?\\p{N}[\\p{N}AB] ?\\p{N}{3} ?\\p{N}{3}(?: ?\\p{N}{2})?(?!\\p{N})");

    private static final Pattern TEN_DIGITS = pattern("(?<!\\p{N})\\p{N}{3}[ -]?\\p{N}{3}[ -]?\\p{N}{4}(?!\\p{N})");

    /** Shapes that are telephone numbers wherever they stand. */
    private static final Pattern PHONE_SHAPE = pattern("(?<![\\p{N}.])(?:"
            + "\\+\\p{N}[\\p{N} ().-]{6,}\\p{N}"
            + "|(?:\\p{N}{1,2}[ .-])?\\(?\\p{N}{3}\\)?[ .-]\\p{N}{3}[ .-]\\p{N}{4}"
            + "|\\(\\p{N}{2,5}\\)[ .-]?\\p{N}{3,4}[ .-]?\\p{N}{3,4}"
            + "|(?<!\\p{N}[ ./,-])0\\p{N}{1,4}[ ./-]\\p{N}{2,}+(?:[ .-]\\p{N}{2,}+)*+"
            + "|0\\p{N}{9,10}"
            + ")(?!\\p{N})");

    /** After a word for a telephone, any run of digits is a number to call. */
    private static final Pattern PHONE_WORD =
            pattern("(?<=(?<!\\p{L})(?:tel|t[eé]l|phone|telephone|t[eé]l[eé]phone|tel[eé]fono"
                    + "|telefone|telefon|fon|fax|mobile|m[oó]vil|handy|whatsapp|call|llame|ligue|appelez|ring|text)"
                    + "[ .:#=-]{0,3}(?:us |me |al |at |on |to |au |unter )?)\\+?\\p{N}[\\p{N} ()./-]{4,}\\p{N}");

    private static final Pattern LONG_NUMBER = pattern("(?<![\\p{N}.,])\\p{N}{10}(?![\\p{N}]|[.,]\\p{N})");

    private final PhoneNumberUtil phoneNumbers = PhoneNumberUtil.getInstance();
    private final String region;

    /**
     * A redactor for texts of a country.
     *
     * @param region ISO country in which numbers without a country code are read
     */
    public Redactor(String region) {
        this.region = region;
    }

    /**
     * What is left of a text.
     *
     * @param count how many identifiers were taken out
     */
    public record Redacted(String text, int count) {}

    public Redacted redact(String text) {
        Redacted redacted = replace(new Redacted(text, 0), EMAIL, EMAIL_MARK, match -> true);
        StringBuilder kept = new StringBuilder();
        int count = redacted.count();
        int end = 0;
        Matcher address = WEB_ADDRESS.matcher(redacted.text());
        while (address.find()) {
            Redacted before = withoutNumbers(redacted.text().substring(end, address.start()));
            kept.append(before.text()).append(address.group());
            count += before.count();
            end = address.end();
        }
        Redacted rest = withoutNumbers(redacted.text().substring(end));
        return new Redacted(kept.append(rest.text()).toString(), count + rest.count());
    }

    private Redacted withoutNumbers(String text) {
        Redacted redacted = replace(new Redacted(text, 0), RECORD, RECORD_MARK, match -> true);
        redacted = replace(redacted, NATIONAL_ID, RECORD_MARK, match -> true);
        redacted = replace(redacted, TEN_DIGITS, RECORD_MARK, match -> isNhsNumber(match.group()));
        redacted = withoutValidPhones(redacted);
        redacted = replace(redacted, PHONE_WORD, PHONE_MARK, match -> true);
        redacted = replace(redacted, PHONE_SHAPE, PHONE_MARK, match -> true);
        return replace(redacted, LONG_NUMBER, RECORD_MARK, match -> true);
    }

    private Redacted withoutValidPhones(Redacted redacted) {
        StringBuilder kept = new StringBuilder();
        int end = 0;
        int count = redacted.count();
        for (PhoneNumberMatch match :
                phoneNumbers.findNumbers(redacted.text(), region, Leniency.VALID, Long.MAX_VALUE)) {
            kept.append(redacted.text().substring(end, match.start())).append(PHONE_MARK);
            end = match.end();
            count++;
        }
        kept.append(redacted.text().substring(end));
        return new Redacted(kept.toString(), count);
    }

    /** NHS numbers carry a check digit (NHS Data Dictionary, "NHS NUMBER"). */
    private static boolean isNhsNumber(String text) {
        int[] digits = text.chars()
                .filter(Character::isDigit)
                .map(c -> Character.digit(c, NHS_DIGITS))
                .toArray();
        int sum = 0;
        for (int i = 0; i < NHS_DIGITS - 1; i++) {
            sum += digits[i] * (NHS_DIGITS - i);
        }
        int check = (NHS_MODULUS - sum % NHS_MODULUS) % NHS_MODULUS;
        return check == digits[NHS_DIGITS - 1];
    }

    private static Redacted replace(
            Redacted redacted, Pattern pattern, String mark, Predicate<MatchResult> isPersonal) {
        Matcher matcher = pattern.matcher(redacted.text());
        StringBuilder kept = new StringBuilder();
        int count = redacted.count();
        while (matcher.find()) {
            boolean isTakenOut = isPersonal.test(matcher);
            matcher.appendReplacement(kept, Matcher.quoteReplacement(isTakenOut ? mark : matcher.group()));
            count += isTakenOut ? 1 : 0;
        }
        matcher.appendTail(kept);
        return new Redacted(kept.toString(), count);
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
