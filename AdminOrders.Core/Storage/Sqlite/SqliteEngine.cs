using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using SQLitePCL;

namespace AdminOrders.Core.Storage.Sqlite;

/// <summary>Makes EF Core 10 run on SQLitePCLRaw 2.0.6 and on the newer of the system's and the bundled SQLite.</summary>
public static class SqliteEngine
{
    /// <summary>The engine, by the name under which the bundled one is found.</summary>
    internal const string Library = "e_sqlite3";

    private const string SystemLibrary = "libsqlite3.so.0";
    private const int BundledVersion = 3_035_005;

    [ModuleInitializer]
    internal static void Initialize()
    {
        AssemblyLoadContext.Default.Resolving += AnswerWithTheOneThatIsThere;
        PreferTheSystemLibrary();
    }

    /// <summary>Lets the engine not count its memory, which takes one lock of all threads for each piece of it: before anything else is asked of it, or never.</summary>
    internal static void CountNoMemory()
    {
        Batteries_V2.Init();
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    // EF Core asks for 2.1.13 and 2.0.6 is there: asking again without a version finds it wherever the host keeps it
    // (beside the app, in the package cache under dotnet-ef, inside a single file).
    private static Assembly? AnswerWithTheOneThatIsThere(AssemblyLoadContext context, AssemblyName name) =>
        name is { Name: { } simple, Version: not null } && simple.StartsWith("SQLitePCLRaw", StringComparison.Ordinal)
            ? context.LoadFromAssemblyName(new AssemblyName(simple))
            : null;

    private static void PreferTheSystemLibrary()
    {
        NativeLibrary.SetDllImportResolver(typeof(SQLite3Provider_e_sqlite3).Assembly, Resolve);
        NativeLibrary.SetDllImportResolver(typeof(SqliteEngine).Assembly, Resolve);
    }

    private static IntPtr Resolve(string name, Assembly assembly, DllImportSearchPath? paths) =>
        string.Equals(name, Library, StringComparison.Ordinal) ? NewerSystemLibrary() : IntPtr.Zero;

    private static IntPtr NewerSystemLibrary()
    {
        if (!NativeLibrary.TryLoad(SystemLibrary, out var library))
        {
            return IntPtr.Zero;
        }

        if (NativeLibrary.TryGetExport(library, "sqlite3_libversion_number", out var export)
            && Marshal.GetDelegateForFunctionPointer<VersionNumber>(export)() > BundledVersion)
        {
            return library;
        }

        NativeLibrary.Free(library);
        return IntPtr.Zero;
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int VersionNumber();
}
