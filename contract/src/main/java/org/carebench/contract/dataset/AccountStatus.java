package org.carebench.contract.dataset;

/** Whether an account can be read, and if not, why, as far as the platform says. */
public enum AccountStatus {
    ACTIVE,
    /** Its owner switched it off. */
    DEACTIVATED,
    /** The platform took it down. */
    SUSPENDED,
    /** It still answers, but says that it has moved. */
    MOVED,
    /** It answers under another name than the roster gives it. */
    RENAMED,
    /** Only those whom it admits can read it. */
    PRIVATE,
    /** The platform knows no such account, or does not say whether it was renamed or deleted. */
    NOT_FOUND,
    /** It could not be asked, or the source does not say. */
    UNKNOWN
}
