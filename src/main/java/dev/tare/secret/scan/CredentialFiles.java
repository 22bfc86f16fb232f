package dev.tare.secret.scan;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.tare.secret.SecretKind;
import dev.tare.secret.Window;

/** The table of files with credentials, as the documentation of programs describes them. */
final class CredentialFiles {

    private static final int MAX_PATH = 4096;

    private static final String MYSQL_LOGIN = ".mylogin.cnf";

    private static final String COMPOSER = "auth.json";

    /** Composer's own folder. The other files with the same name may belong to other programs. */
    private static final Pattern COMPOSER_FOLDER = Pattern.compile("(?:.*/)?\\.?composer/auth\\.json");

    private static final String COMMENT = "<!--";

    private static final String COMMENT_END = "-->";

    /** Password hashes as crypt(3) and Apache write them: the method, its salt and the hash. */
    private static final Pattern HASH = Pattern.compile("\\$(?:1|2[abxy]|5|6|7|y|gy|apr1)\\$[\\w./$,=+-]{8,500}");

    private static final String ADDRESS = "[a-z][a-z0-9+.-]{1,20}://[^\\s/:@]{0,256}+:([^\\s/@]{1,256}+)@[^\\s/@]";

    private static final List<CredentialFile> ALL = List.of(
            file(SecretKind.NPM_CREDENTIALS, "\\.npmrc|npmrc",
                    "^[ \\t]*+(?:[^\\s=#;]{0,512}:)?(?:_authToken|_auth|_password)[ \\t]*+=[ \\t]*+[\"']?+([^\\s\"']{1,4096})"),
            file(SecretKind.NPM_CREDENTIALS, "\\.yarnrc\\.yml",
                    "^[ \\t]*+(?:npmAuthToken|npmAuthIdent):[ \\t]*+[\"']?+([^\\s\"']{1,4096})"),
            file(SecretKind.NETRC_PASSWORD, "[._]netrc|etc/apt/auth\\.conf(?:\\.d/[^/]{1,255})?",
                    "(?:^|[ \\t])password[ \\t\\r\\n]{1,8}+(\\S{1,1024})"),
            new CredentialFile(SecretKind.REGISTRY_LOGIN, "\\.docker/config\\.json|\\.dockercfg|containers/auth\\.json",
                    "\"auth\"\\s*+:\\s*+\"([^\"]{1,4096})\"", CredentialFiles::hasPassword),
            file(SecretKind.REGISTRY_LOGIN, "\\.docker/config\\.json|\\.dockercfg|containers/auth\\.json",
                    "\"(?:identitytoken|registrytoken)\"\\s*+:\\s*+\"([^\"]{1,8192})\""),
            new CredentialFile(SecretKind.MAVEN_PASSWORD, "settings\\.xml",
                    "<(?:password|passphrase)>\\s*+([^<]{1,1024})</",
                    secret -> !isInBraces(secret) && !Placeholders.isOne(secret)),
            new CredentialFile(SecretKind.ENCRYPTED_MAVEN_PASSWORD, "settings\\.xml",
                    "<(?:password|passphrase)>\\s*+x?([^<]{1,1024})</", CredentialFiles::isInBraces),
            file(SecretKind.PYPI_PASSWORD, "\\.pypirc", "^[ \\t]*+password[ \\t]*+[=:][ \\t]*+(\\S{1,1024})"),
            file(SecretKind.PYPI_PASSWORD, "pip\\.(?:conf|ini)", ADDRESS),
            file(SecretKind.TERRAFORM_TOKEN,
                    "\\.terraform\\.d/credentials\\.tfrc\\.json|\\.terraformrc|terraform\\.rc",
                    "\\btoken\"?\\s*+[=:]\\s*+\"([^\"\\r\\n]{1,4096})\""),
            new CredentialFile(SecretKind.AWS_ACCESS_KEY, "\\.aws/(?:credentials|config)",
                    "^[ \\t]*+aws_secret_access_key[ \\t]*+=[ \\t]*+([A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])",
                    AwsRule::isSecret),
            file(SecretKind.GIT_CREDENTIALS, "\\.git-credentials|git/credentials|\\.git/config|\\.gitconfig", ADDRESS),
            file(SecretKind.KUBERNETES_CREDENTIALS,
                    "\\.kube/config|kubeconfig|etc/kubernetes/[\\w.-]{1,64}\\.conf|rancher/k3s/k3s\\.yaml",
                    "^[ \\t-]*+(?:token|password):[ \\t]*+[\"']?+([^\\s\"']{1,8192})"),
            file(SecretKind.DATABASE_PASSWORD, "\\.pgpass",
                    "^(?!#)(?:[^:\\\\\\r\\n]|\\\\.){0,255}+(?::(?:[^:\\\\\\r\\n]|\\\\.){0,255}+){3}:([^\\r\\n]{1,1024})"),
            file(SecretKind.DATABASE_PASSWORD, "\\.my\\.cnf",
                    "^[ \\t]*+password[ \\t]*+=[ \\t]*+[\"']?+([^\\s\"']{1,1024})"),
            file(SecretKind.CARGO_TOKEN, "\\.?cargo/credentials(?:\\.toml)?",
                    "^[ \\t]*+token[ \\t]*+=[ \\t]*+\"([^\"\\r\\n]{1,4096})\""),
            new CredentialFile(SecretKind.KUBERNETES_CREDENTIALS,
                    "run/secrets/kubernetes\\.io/serviceaccount/(?:[^/]{1,255}/)?token", "^(\\S{1,8192})",
                    JsonWebTokens::isSigned),
            new CredentialFile(SecretKind.PASSWORD_HASH, "etc/g?shadow-?|\\.htpasswd",
                    "^[^:\\s]{1,256}:(\\$[^:\\s]{12,512})", CredentialFiles::isHash));

    /** The names of these files. Most paths have another name and need no pattern. */
    private static final Set<String> NAMES = Set.of(".npmrc", "npmrc", ".yarnrc.yml", ".netrc", "_netrc", "config.json",
            ".dockercfg", "auth.json", "settings.xml", ".pypirc", ".git-credentials", "credentials", "config",
            ".gitconfig", "kubeconfig", "k3s.yaml", ".pgpass", ".my.cnf", ".mylogin.cnf", "credentials.toml", "token",
            "shadow", "shadow-", "gshadow", "gshadow-", ".htpasswd", "pip.conf", "pip.ini", "auth.conf",
            "credentials.tfrc.json", ".terraformrc", "terraform.rc");

    /** Folders in which a file with any name may contain credentials. */
    private static final List<String> FOLDERS = List.of("etc/kubernetes/", "etc/apt/auth.conf.d/");

    private CredentialFiles() {}

    /** Whether programs store credentials in a file at this path, and its content is no further evidence. */
    static boolean include(String path) {
        return hasCredentialFileName(path) && (path.endsWith(MYSQL_LOGIN) || COMPOSER_FOLDER.matcher(path).matches()
                || ALL.stream().anyMatch(file -> file.isAt(path)));
    }

    /** Finds every credential in a file, with the place of its secret. */
    static void find(String path, Window content, Found found) {
        if (path.length() > MAX_PATH || !hasCredentialFileName(path)) {
            return;
        }
        if (path.endsWith(MYSQL_LOGIN)) {
            MySqlLoginFile.find(content, found);
        }
        if (path.endsWith(COMPOSER)) {
            ComposerAuthFile.find(content.text(0, content.end()), found);
        }
        for (CredentialFile file : ALL) {
            if (file.isAt(path)) {
                String text = content.text(0, content.end());
                file.find(path.endsWith(".xml") ? withoutComments(text) : text, found);
            }
        }
    }

    private static boolean hasCredentialFileName(String path) {
        return NAMES.contains(path.substring(path.lastIndexOf('/') + 1)) || FOLDERS.stream().anyMatch(path::contains);
    }

    private static CredentialFile file(SecretKind kind, String path, String credential) {
        return new CredentialFile(kind, path, credential, secret -> !Placeholders.isOne(secret));
    }

    /** Docker writes {@code user:password} in Base64. */
    private static boolean hasPassword(String auth) {
        try {
            String login = new String(Base64.getDecoder().decode(auth), StandardCharsets.UTF_8);
            int colon = login.indexOf(':');
            return colon > 0 && !Placeholders.isOne(login.substring(colon + 1));
        } catch (IllegalArgumentException ex) {
            return false;
        }
    }

    private static boolean isInBraces(String secret) {
        return secret.startsWith("{") && secret.strip().endsWith("}");
    }

    private static boolean isHash(String secret) {
        return HASH.matcher(secret).matches();
    }

    /** XML with blanks instead of comments, so that line numbers stay the same. An unclosed comment stays. */
    static String withoutComments(String text) {
        StringBuilder blanked = new StringBuilder(text.length());
        int copied = 0;
        for (int begin = text.indexOf(COMMENT); begin >= 0; begin = text.indexOf(COMMENT, copied)) {
            int end = text.indexOf(COMMENT_END, begin + COMMENT.length());
            if (end < 0) {
                break;
            }
            blanked.append(text, copied, begin);
            copied = end + COMMENT_END.length();
            for (int i = begin; i < copied; i++) {
                blanked.append(text.charAt(i) == '\n' ? '\n' : ' ');
            }
        }
        return blanked.append(text, copied, text.length()).toString();
    }

    /** Takes a credential and the place of its secret. */
    interface Found {

        void accept(SecretKind kind, int from, int to);
    }

    /** A file with credentials of a program: its path, and the form of a credential in it. */
    private static final class CredentialFile {

        private final SecretKind kind;

        private final Pattern path;

        private final Pattern credential;

        private final Predicate<String> check;

        /**
         * @param path       of the file, without a leading slash
         * @param credential the form, with the secret as its last group, in one line and without backtracking
         * @param check      of the secret
         */
        CredentialFile(SecretKind kind, String path, String credential, Predicate<String> check) {
            this.kind = kind;
            this.path = Pattern.compile("(?:.*/)?(?:" + path + ")");
            this.credential = Pattern.compile(credential, Pattern.MULTILINE);
            this.check = check;
        }

        boolean isAt(String filePath) {
            return this.path.matcher(filePath).matches();
        }

        void find(CharSequence text, Found found) {
            Matcher matcher = this.credential.matcher(text);
            while (matcher.find()) {
                int group = matcher.groupCount();
                String secret = matcher.group(group);
                if (this.check.test(secret)) {
                    found.accept(this.kind, matcher.start(group), matcher.end(group));
                }
            }
        }
    }
}
