package org.carebench.jobs.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.carebench.jobs.source.Redactor.Redacted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All people, addresses and numbers are invented; telephone numbers are those that regulators keep for fiction. */
class RedactorTest {

    private final Redactor american = new Redactor("US");
    private final Redactor british = new Redactor("GB");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Write to rosa.tindle@post.example today.       | Write to [e-mail] today.
                    Escriba a la Dra. Niño: niño@clínica.example.  | Escriba a la Dra. Niño: [e-mail].
                    Écrivez à jean_d'arc+rdv@hôpital.example !     | Écrivez à [e-mail] !
                    Schreiben Sie an jörg@praxis-köln.example      | Schreiben Sie an [e-mail]
                    <mailto:a.b@mail.clinic.example>               | <mailto:[e-mail]>
                    rosa(at)post.example or rosa [at] post.example | [e-mail] or [e-mail]
                    """)
    void takesOutEmailAddresses(String text, String redacted) {
        assertThat(american.redact(text).text()).isEqualTo(redacted);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    US | Call (205) 555-0123 today.
                    US | Call 205-555-0123 today.
                    US | Call 205.555.0123 today.
                    US | Call +1 205 555 0123 today.
                    US | Call 1-800-555-0199!
                    US | Llame al +34 612 34 56 78 hoy.
                    US | Appelez le +33 6 12 34 56 78.
                    US | Rufen Sie +49 30 23125 123 an.
                    US | WhatsApp +91 98765 43210
                    GB | Ring 020 7946 0321 after six.
                    GB | Ring (0161) 496 0123 after six.
                    GB | My mobile is 07700900123.
                    """)
    void takesOutTelephoneNumbers(String region, String text) {
        Redacted redacted = new Redactor(region).redact(text);

        assertThat(redacted.text()).doesNotContainPattern("[0-9]{3}").contains("]");
        assertThat(redacted.count()).isOne();
    }

    @Test
    void saysThatItTookOutATelephoneNumber() {
        assertThat(american.redact("Call (205) 555-0123 today.")).isEqualTo(new Redacted("Call [phone] today.", 1));
        assertThat(british.redact("Ring 020 7946 0321 after six."))
                .isEqualTo(new Redacted("Ring [phone] after six.", 1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    My MRN is 12345678.                           | My [record number].
                    MRN: A-123456, seen twice.                    | [record number], seen twice.
                    patient number 4711 0815                      | [record number]
                    Hospital No. K1234567 was on the form.        | [record number] was on the form.
                    Policy #9988776655 covers it.                 | [record number] covers it.
                    My NHS number is 943 476 5919, I said.        | My [record number], I said.
                    It says 943 476 5919 on the card.             | It says [record number] on the card.
                    It says 9434765919 on the card.               | It says [record number] on the card.
                    My NI number QQ123456C was on the letter.     | My [record number] was on the letter.
                    My SSN is 078-05-1120 as you know.            | My [record number] as you know.
                    It says 078-05-1120 or so.                    | It says [record number] or so.
                    Dice 078-05-1120 y no contesta nadie.         | Dice [record number] y no contesta nadie.
                    Mi expediente 1234567 no aparece.             | Mi [record number] no aparece.
                    Mon dossier n° 1234567, merci.                | Mon [record number], merci.
                    Voici 1 84 12 76 451 089 46, merci.           | Voici [record number], merci.
                    Meine Patientennummer 4711234 steht darauf.   | Meine [record number] steht darauf.
                    Das Aktenzeichen: 12345678 steht darauf.      | Das [record number] steht darauf.
                    """)
    void takesOutRecordNumbers(String text, String redacted) {
        assertThat(british.redact(text)).isEqualTo(new Redacted(redacted, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Opened in 1987, rebuilt 2019-2021.",
                "85% of patients, 12.5 % of staff, 100 % better",
                "1,234,567 views and 46137 likes",
                "Come at 08:30, leave by 17:45.",
                "It costs $1,250.00 or 1.250,00 EUR or £99",
                "See https://www.hospital.example/a/b?v=nTwCnpg18Ky&t=120s#part-3",
                "Take 500 mg every 8 hours for 10 days",
                "BP 120/80, pulse 72, BMI 24.9",
                "On 12/06/2025 or 2025-12-06 or 6.12.2025",
                "COVID-19, H1N1, B12, T2D, ICD-10 E11.9",
                "ward 12, room 304, bed 7",
                "Part 85 of 120",
                "I waited 3 hours and 45 minutes in A&E",
                "@hospital #1 in 2024",
                "Medicare 2024 changes, Medicare 2025-2026 costs",
                "In hospital 2019 was bad; patient 2019-2020 report",
                "https://www.social.example/1234567890/ and https://v.example/watch?v=0123456789a",
                "",
                "\uD83D\uDE00 спасибо 谢谢 شكرا"
            })
    void leavesHarmlessNumbersAlone(String text) {
        assertThat(american.redact(text)).isEqualTo(new Redacted(text, 0));
        assertThat(british.redact(text)).isEqualTo(new Redacted(text, 0));
    }

    @Test
    void countsEveryIdentifier() {
        String text = "Rosa, rosa@post.example or rosa@work.example, 020 7946 0321, MRN 1234567, 943 476 5919.";

        assertThat(british.redact(text))
                .isEqualTo(new Redacted("Rosa, [e-mail] or [e-mail], [phone], [record number], [record number].", 5));
    }

    @Test
    void findsNothingMoreInWhatIsRedacted() {
        List<String> pieces = List.of(
                " rosa@post.example ",
                " 020 7946 0321 ",
                " +1 205 555 0123 ",
                " MRN 1234567 ",
                " 078-05-1120 ",
                " 9434765919 ",
                " patient",
                " case",
                " is ",
                "12",
                "345",
                "6789",
                " ",
                "-",
                ".",
                "(",
                ")",
                "+",
                "@",
                "[at]",
                ",",
                "\n",
                "a");
        Random random = new Random(20251206);
        for (int i = 0; i < 2000; i++) {
            StringBuilder text = new StringBuilder();
            for (int piece = random.nextInt(9); piece >= 0; piece--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }

            Redacted once = british.redact(text.toString());

            assertThat(british.redact(once.text())).as("text %s", text).isEqualTo(new Redacted(once.text(), 0));
        }
    }
}
