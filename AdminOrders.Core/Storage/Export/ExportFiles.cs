using System.Globalization;
using System.Text.RegularExpressions;

namespace AdminOrders.Core.Storage.Export;

/// <summary>The files of exports. A file is named by its export and by which beginning of it, so that one that was cut off is never taken for a whole one.</summary>
public sealed partial class ExportFiles(ExportSettings settings, TimeProvider time)
{
    private const UnixFileMode OwnFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    // Longer than any file is kept: what nobody knows by then belongs to no other store either.
    private static readonly TimeSpan Spare = TimeSpan.FromDays(2);

    /// <summary>How long a file is kept.</summary>
    public TimeSpan KeptFor => settings.KeptFor;

    /// <summary>Whether the file is on this machine.</summary>
    public bool Has(PastExport export) => export.State is ExportState.Done && File.Exists(PathOf(export));

    /// <summary>The file, to be read; null: it is not on this machine.</summary>
    public FileStream? Open(PastExport export)
    {
        try
        {
            return new(PathOf(export), new FileStreamOptions { Options = FileOptions.Asynchronous | FileOptions.SequentialScan, Share = FileShare.Read | FileShare.Delete });
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>An empty file for what is begun. Nobody else on this machine may read it.</summary>
    internal FileStream Create(PastExport export)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(settings.Folder);
        }
        else
        {
            Directory.CreateDirectory(settings.Folder, OwnFolder);
            options.UnixCreateMode = OwnFile;
        }

        return new(PathOf(export), options);
    }

    internal void Delete(PastExport export)
    {
        if (Directory.Exists(settings.Folder))
        {
            File.Delete(PathOf(export));
        }
    }

    /// <summary>Deletes what belongs to no export that is kept or written now.</summary>
    /// <param name="find">The export of an id; null: this store has none.</param>
    internal async Task Sweep(Func<string, Task<PastExport?>> find)
    {
        if (!Directory.Exists(settings.Folder))
        {
            return;
        }

        foreach (var file in Directory.GetFiles(settings.Folder))
        {
            if (Named().Match(Path.GetFileName(file)) is { Success: true } name
                && IsLeft(await find(name.Groups["id"].Value), int.Parse(name.Groups["beginning"].ValueSpan, CultureInfo.InvariantCulture), file))
            {
                File.Delete(file);
            }
        }
    }

    private bool IsLeft(PastExport? export, int beginning, string file) => export is null
        ? File.GetLastWriteTimeUtc(file) < (time.GetUtcNow() - settings.KeptFor - Spare).UtcDateTime
        : export.Beginnings != beginning || export.State is not (ExportState.Running or ExportState.Done);

    private string PathOf(PastExport export) =>
        Path.Combine(settings.Folder, string.Create(CultureInfo.InvariantCulture, $"{export.Id}-{export.Beginnings}.{EndingOf(export.Wish.Request.Format)}"));

    /// <summary>What the names of such files end with.</summary>
    public static string EndingOf(ExportFormat format) => format switch
    {
        ExportFormat.Csv => "csv",
        ExportFormat.Xlsx => "xlsx",
    };

    [GeneratedRegex("^(?<id>[0-9a-f]{32})-(?<beginning>[0-9]{1,6})\\.(csv|xlsx)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Named();
}
