package org.carebench.jobs.source;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes personal identifiers out of free text before it lands: e-mail addresses, telephone numbers, and record, insurance
 * and social security numbers. It would rather take out a harmless number than leave a personal one.
 */
public final class Redactor {

    private static final Pattern EMAIL = Pattern.compile(
            "[\\p{L}\\p{N}._%+'-]+\\s?(?:@|\\(at\\)|\\[at])\\s?[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+");

    /** Shapes that people use for telephone numbers and that need no valid area code to be one. */
    private static final Pattern PHONE_SHAPE = Pattern.compile(
            "(?<![\\p{N}])(?:\\+?\\p{N}{1,3}[ .-]?)?(?:\\(\\p{N}{2,5}\\)[ .-]?|\\p{N}{3,5}[ .-])\\p{N}{3,4}[ .-]\\p{N}{3,4}(?![\\p{N}])"
                    + "|(?<![\\p{N}])0\\p{N}{9,10}(?![\\p{N}])");

    /** A word for a record, then a number of at least four digits, letters allowed around them. */
    private static final Pattern RECORD = Pattern.compile(
            "\\b(?:mrn|nhs|nino|ssn|medicare|medicaid|insurance|policy|member|patient|record|hospital|case|claim|reference|ref)"
                    + "(?:[ .-]?(?:number|record|id|no|nr|ref|reference))*\\b[ .:#=-]{0,4}(?:is |was )?"
                    + "(?=[\\p{L}]{0,3}[ -]?\\p{N})[\\p{L}]{0,3}[ -]?\\p{N}[\\p{N} -]{2,}\\p{N}[\\p{L}]?\\b",
            Pattern.CASE_INSENSITIVE);

    /** Social security numbers, and the 3-3-4 groups of NHS numbers. */
    private static final Pattern GROUPED_NUMBER = Pattern.compile(
            "(?<![\\p{N}-])(?:\\p{N}{3}-\\p{N}{2}-\\p{N}{4}|\\p{N}{3}[ -]\\p{N}{3}[ -]\\p{N}{4}|\\p{N}{10})(?![\\p{N}-])");

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
        Redacted withoutEmails = replace(new Redacted(text, 0), EMAIL, "[e-mail]");
        Redacted withoutRecords = replace(withoutEmails, RECORD, "[record number]");
        Redacted withoutNumbers = replace(withoutRecords, GROUPED_NUMBER, "[record number]");
        return replace(withoutPhones(withoutNumbers), PHONE_SHAPE, "[phone]");
    }

    private Redacted withoutPhones(Redacted redacted) {
        StringBuilder kept = new StringBuilder();
        int end = 0;
        int count = redacted.count();
        for (PhoneNumberMatch match :
                phoneNumbers.findNumbers(redacted.text(), region, Leniency.VALID, Long.MAX_VALUE)) {
            kept.append(redacted.text().substring(end, match.start())).append("[phone]");
            end = match.end();
            count++;
        }
        kept.append(redacted.text().substring(end));
        return new Redacted(kept.toString(), count);
    }

    private static Redacted replace(Redacted redacted, Pattern pattern, String mark) {
        Matcher matcher = pattern.matcher(redacted.text());
        StringBuilder kept = new StringBuilder();
        int count = redacted.count();
        while (matcher.find()) {
            matcher.appendReplacement(kept, Matcher.quoteReplacement(mark));
            count++;
        }
        matcher.appendTail(kept);
        return new Redacted(kept.toString(), count);
    }
}
