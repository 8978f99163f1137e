package dev.faultline.grouping.message;

/// Words that tell whether what they stand beside is a value.
final class Vocabulary {

    /// Behind these a word in quotes names a part of the program or its schema, not a value.
    static final Terms PARTS =
            Terms.of(
                    // Code
                    "bean class interface trait enum struct type method function procedure",
                    "routine operator macro symbol identifier variable constant parameter",
                    "argument property properties attribute member field reading setting",
                    "because invoke annotation decorator hook component directive pipe provider",
                    "selector element tag event signal slot prop exception error object",
                    "instance assign import export extends implements cast",
                    // Modules
                    "module package library namespace assembly plugin extension dependency",
                    "artifact task goal target feature",
                    // Schemas and configuration
                    "table relation column index constraint view sequence trigger schema",
                    "database collection keyspace key option flag parametre placeholder config",
                    "configuration header cookie claim scope template partial layout command",
                    "subcommand action controller route endpoint service queue topic exchange",
                    "stream job step stage profile datasource unit driver dialect codec",
                    "encoding charset locale permission privilege capability protocol scheme",
                    "algorithm cipher keyerror nameerror attributeerror");

    /// Between such a word and the name: `bean with name 'x'`.
    static final Terms FILLERS = Terms.of("name named called of with id the in for s on");

    /// Keys whose value says what happened.
    static final Terms TELLING_KEYS =
            Terms.ignoringCase(
                    "error err errors error_description error_type errortype error_message",
                    "errormessage errmsg error_msg msg message reason cause caused_by exception",
                    "exc ex fault failure code errorcode error_code errcode errno status",
                    "statuscode status_code state result outcome kind type level lvl severity",
                    "event action op operation method func function class component module",
                    "logger desc description detail details title signal exit_code exitcode rc",
                    "ret retval grpc_code decline_code failure_code reason_code failure_reason grpc_status sqlstate alert hresult category");

    /// Types of languages, which are no values though in quotes.
    static final Terms TYPES =
            Terms.ignoringCase(
                    "int integer long short byte bytes float double number bigint decimal str",
                    "string char bool boolean list tuple dict set map array object function",
                    "symbol undefined null nil none nonetype void numpy.ndarray ndarray",
                    "generator coroutine module method datetime date timestamp uuid json jsonb",
                    "text varchar");

    /// Behind these stands a person, if two words with a capital do.
    static final Terms BEFORE_PEOPLE =
            Terms.ignoringCase(
                    "for of by to from with user customer client member patient employee author",
                    "owner recipient sender assignee contact guest driver student mr mrs ms dr",
                    "name account für von an and named dear hello person");

    /// Words with a capital that no person is called.
    static final Terms NOT_PEOPLE =
            Terms.of(
                    "Access Active Amazon Android Apache Api App Apple Application",
                    "Authentication Auth Azure Bad Base Batch Block Bucket Build Bundle Cache",
                    "Card Central Certificate Chrome Class Client Cloud Cluster Code Command",
                    "Config Configuration Connection Console Container Content Control",
                    "Controller Core Cross Data Database Default Device Directory Docker Domain",
                    "Driver Element Engine Error Event Exception Exchange External Facebook",
                    "File Firefox Framework Function Gateway General Git Github Gitlab Google",
                    "Graph Handler Health Host Identity Image Index Input Instance Internal",
                    "Internet Java Job Key Kafka Layer Library Linux Load Local Log Lock Mail",
                    "Manager Management Map Master Memory Message Method Microsoft Model Module",
                    "Mongo Native Net Network Node Not Object Office Open Oracle Order Output",
                    "Package Page Payment Plugin Policy Pool Port Postgres Process Product",
                    "Profile Program Project Protocol Provider Proxy Query Queue Rabbit Redis",
                    "Registry Remote Report Request Resource Response Rest Role Root Route",
                    "Runtime Safari Schema Search Secret Security Server Service Session Shell",
                    "Single Socket Source Spring Stack Standard State Storage Store Stream",
                    "String Stripe Studio System Table Task Template Test Thread Time Token",
                    "Transaction Transport Type Unit Update User Value Vault Version View",
                    "Virtual Volume Web Window Windows Worker Workspace");

    /// Behind `for user` and the like these say something about the user.
    static final Terms NOT_USERS =
            Terms.of(
                    "is was has had does did not unknown from in on at to by with for of and or",
                    "already agent name id account accounts input request data session",
                    "session's can cannot could failed logged login must should will",
                    "authentication rejected denied profile role group space mode list table",
                    "service defined email password because after before when while that who",
                    "process info details");

    /// Behind these may stand the name of an account.
    static final Terms BEFORE_ACCOUNTS = Terms.ignoringCase("user username login for");

    /// What `user` follows if a name follows it: it is not the subject then.
    static final Terms BEFORE_USER =
            Terms.ignoringCase("for of by as invalid illegal unknown to db database with target");

    static final Terms AUTHENTICATION =
            Terms.ignoringCase("password publickey failures authentication auth");

    private Vocabulary() {}
}
