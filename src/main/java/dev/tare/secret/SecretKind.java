package dev.tare.secret;

/** The kinds of secrets that Tare detects, each with the evidence that distinguishes it from other text. */
public enum SecretKind {

    PRIVATE_KEY("private key", Certainty.VERIFIED,
            "PEM with a PKCS#1, PKCS#8, SEC 1 or DSA key, or PKCS#12 with a key bag that is not encrypted"),
    ENCRYPTED_PRIVATE_KEY("private key, encrypted", Certainty.PROTECTED, "PEM with an encrypted key"),
    KEYSTORE_KEY("key in a keystore, encrypted", Certainty.PROTECTED,
            "a key entry in the structure of a JKS, JCEKS or PKCS#12 keystore"),
    OPENSSH_PRIVATE_KEY("OpenSSH private key", Certainty.VERIFIED, "its openssh-key-v1 structure with cipher none"),
    ENCRYPTED_OPENSSH_PRIVATE_KEY("OpenSSH private key, encrypted", Certainty.PROTECTED,
            "its openssh-key-v1 structure with a cipher"),
    PUTTY_PRIVATE_KEY("PuTTY private key", Certainty.VERIFIED,
            "its lines before the private key, with encryption none"),
    ENCRYPTED_PUTTY_PRIVATE_KEY("PuTTY private key, encrypted", Certainty.PROTECTED,
            "its lines before the private key, with an encryption"),
    PGP_PRIVATE_KEY("PGP private key", Certainty.PROTECTED,
            "its armor's CRC-24 and a secret key packet; mostly encrypted with a passphrase"),
    AGE_PRIVATE_KEY("age identity", Certainty.VERIFIED, "its Bech32 checksum"),
    AWS_ACCESS_KEY("AWS access key", Certainty.VERIFIED,
            "a key ID with a 40-character secret near it, or the secret in .aws/credentials"),
    AZURE_STORAGE_KEY("Azure storage account key", Certainty.VERIFIED,
            "AccountKey, AZURE_STORAGE_KEY or --account-key, and 64 bytes in Base64"),
    GOOGLE_SERVICE_ACCOUNT("Google service account key", Certainty.VERIFIED,
            "JSON with a client_email and a whole private key"),
    GOOGLE_OAUTH_SECRET("Google OAuth client secret", Certainty.VERIFIED, "GOCSPX- and 28 characters"),
    GOOGLE_API_KEY("Google API key", Certainty.LIKELY, "AIza and 35 characters; keys made for browsers are public"),
    DIGITALOCEAN_TOKEN("DigitalOcean token", Certainty.VERIFIED, "dop_v1_, doo_v1_ or dor_v1_ and 32 bytes in hex"),
    GITHUB_TOKEN("GitHub token", Certainty.VERIFIED,
            "the CRC-32 in its last six characters, github_pat_ 22_59, or ghs_ and a JSON Web Token"),
    GITLAB_TOKEN("GitLab token", Certainty.VERIFIED,
            "the CRC-32 of a routable token, or the prefix and the length of a kind of token"),
    ATLASSIAN_TOKEN("Atlassian API token", Certainty.VERIFIED, "ATATT3, its length and the CRC-32 at its end"),
    NPM_TOKEN("npm token", Certainty.VERIFIED, "the CRC-32 in its last six characters"),
    PYPI_TOKEN("PyPI token", Certainty.VERIFIED, "a macaroon of pypi.org with its signature"),
    RUBYGEMS_KEY("RubyGems API key", Certainty.VERIFIED, "rubygems_ and 24 bytes in hex"),
    DOCKER_HUB_TOKEN("Docker Hub token", Certainty.VERIFIED, "dckr_pat_ or dckr_oat_ and its length"),
    VAULT_TOKEN("HashiCorp Vault token", Certainty.VERIFIED, "hvs. or hvb. and its length"),
    TERRAFORM_TOKEN("HCP Terraform token", Certainty.VERIFIED, "a token in Terraform's own files"),
    GRAFANA_TOKEN("Grafana service account token", Certainty.VERIFIED, "the CRC-32 in its last eight characters"),
    SLACK_TOKEN("Slack token", Certainty.VERIFIED, "xox or xapp, and its numbers and lengths"),
    SLACK_WEBHOOK("Slack webhook", Certainty.VERIFIED, "the address with its three identifiers"),
    STRIPE_KEY("Stripe live key", Certainty.VERIFIED, "sk_live_ or rk_live_ and its length"),
    SENDGRID_KEY("SendGrid API key", Certainty.VERIFIED, "SG., 22 and 43 characters"),
    ANTHROPIC_KEY("Anthropic API key", Certainty.VERIFIED, "sk-ant-, its type and length"),
    OPENAI_KEY("OpenAI API key", Certainty.VERIFIED, "sk- and the mark in its middle"),
    HUGGING_FACE_TOKEN("Hugging Face token", Certainty.VERIFIED, "hf_ and 34 letters"),
    JSON_WEB_TOKEN("JSON Web Token", Certainty.VERIFIED,
            "a signed token with a JSON header and payload, where credentials are kept"),
    NPM_CREDENTIALS("npm registry credentials", Certainty.VERIFIED, "_authToken, _auth or _password in .npmrc"),
    NETRC_PASSWORD("password in .netrc or apt's auth.conf", Certainty.VERIFIED, "the word after password"),
    REGISTRY_LOGIN("container registry login", Certainty.VERIFIED, "auth or a token in Docker's config.json"),
    MAVEN_PASSWORD("password in Maven's settings", Certainty.VERIFIED, "a password or passphrase element"),
    ENCRYPTED_MAVEN_PASSWORD("password in Maven's settings, encrypted", Certainty.PROTECTED,
            "a password or passphrase in braces"),
    PYPI_PASSWORD("password of a Python package index", Certainty.VERIFIED,
            "the password in .pypirc, or in an address in pip.conf"),
    GIT_CREDENTIALS("Git credentials", Certainty.VERIFIED, "an address with a password in Git's own files"),
    KUBERNETES_CREDENTIALS("Kubernetes credentials", Certainty.VERIFIED,
            "a token or password in a kubeconfig file, or a service account's token"),
    DATABASE_PASSWORD("database password", Certainty.VERIFIED,
            "the password in .pgpass or .my.cnf, or in the obfuscated .mylogin.cnf"),
    CARGO_TOKEN("Cargo registry token", Certainty.VERIFIED, "the token in Cargo's credentials file"),
    COMPOSER_CREDENTIALS("Composer credentials", Certainty.VERIFIED, "a password or token in Composer's auth.json"),
    PASSWORD_HASH("password hash", Certainty.PROTECTED, "a user's crypt hash in shadow or .htpasswd"),
    PASSWORD("password", Certainty.LIKELY,
            "a value whose name ends like the name of a password, or the password argument of a program"),
    URL_PASSWORD("password in an address", Certainty.LIKELY, "a user and a password before an address's host");

    private final String title;

    private final Certainty certainty;

    private final String evidence;

    SecretKind(String title, Certainty certainty, String evidence) {
        this.title = title;
        this.certainty = certainty;
        this.evidence = evidence;
    }

    /** The display name, in the middle of a sentence. */
    public String title() {
        return this.title;
    }

    /** The certainty of this kind, unless the place of a finding changes it. */
    public Certainty certainty() {
        return this.certainty;
    }

    /** The evidence for this kind. */
    public String evidence() {
        return this.evidence;
    }
}
